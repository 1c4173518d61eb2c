-- For wrk: sixteen GET requests in one write, so that the server always finds a batch waiting.
init = function(args)
	local batch = {}
	for i = 1, 16 do
		batch[i] = wrk.format("GET", "/")
	end
	requests = table.concat(batch)
end

request = function()
	return requests
end

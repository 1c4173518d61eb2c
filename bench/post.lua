-- For wrk: a POST with a body of 64 KiB.
wrk.method = "POST"
wrk.body = string.rep("0123456789abcdef", 4096)

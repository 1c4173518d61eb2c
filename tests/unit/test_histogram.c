/* SPDX-License-Identifier: MIT */
/* Percentiles within a sixteenth, limits, emptiness. */
#include "src/core/histogram.h"

#include "tests/unit/test.h"

static evl_histogram histogram;

TEST(histogram_of_nothing)
{
	CHECK_EQ(evl_histogram_percentile(&histogram, 0.5), 0);
	CHECK_EQ(histogram.max, 0);
}

TEST(histogram_of_one_value_is_that_value)
{
	const uint64_t values[] = {0, 1, 15, 16, 17, 31, 32, 1000, 123456789, UINT64_C(1) << 43, UINT64_MAX};

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		histogram = (evl_histogram){0};
		evl_histogram_record(&histogram, values[i]);
		CHECK_EQ(histogram.max, values[i]);
		if (values[i] >> EVL_HISTOGRAM_BITS == 0) {
			CHECK_EQ(evl_histogram_percentile(&histogram, 0.5), values[i]);
		}
		CHECK_EQ(histogram.count, 1);
	}
}

TEST(histogram_percentiles_are_right_within_a_sixteenth)
{
	const double parts[] = {0.0, 0.01, 0.5, 0.9, 0.99, 0.999, 1.0};

	for (uint64_t value = 1; value <= 100000; value++) {
		evl_histogram_record(&histogram, value);
	}
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		double exact = parts[i] * 100000;
		double got = (double) evl_histogram_percentile(&histogram, parts[i]);

		CHECK(got >= exact && got <= exact * 17 / 16 + 1);
	}
	CHECK_EQ(evl_histogram_percentile(&histogram, 1.0), 100000);
}

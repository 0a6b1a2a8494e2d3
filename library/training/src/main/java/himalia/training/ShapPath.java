package himalia.training;

import java.util.Arrays;

/**
 * The features that were asked for on the way to a node, and how many of their subsets lead there, by size. The first element stands for the root.
 *
 * @param features which
 * @param zeros the share of rows that go this way where the feature is not known
 * @param ones 1 where the row goes this way, else 0
 * @param weights of the subsets of each size
 */
record ShapPath(int[] features, double[] zeros, double[] ones, double[] weights) {
    static final ShapPath NONE =
            new ShapPath(new int[0], new double[0], new double[0], new double[0]);

    int length() {
        return features.length;
    }

    int feature(int place) {
        return features[place];
    }

    double zero(int place) {
        return zeros[place];
    }

    double one(int place) {
        return ones[place];
    }

    /** Returns where a feature stands, or -1. */
    int place(int feature) {
        for (int place = 1; place < features.length; place++) {
            if (features[place] == feature) {
                return place;
            }
        }
        return -1;
    }

    ShapPath with(double zero, double one, int feature) {
        int last = length();
        var longer = Arrays.copyOf(weights, last + 1);
        longer[last] = last == 0 ? 1 : 0;
        for (int i = last - 1; i >= 0; i--) {
            longer[i + 1] += one * longer[i] * (i + 1) / (last + 1);
            longer[i] = zero * longer[i] * (last - i) / (last + 1);
        }
        var path =
                new ShapPath(
                        Arrays.copyOf(features, last + 1),
                        Arrays.copyOf(zeros, last + 1),
                        Arrays.copyOf(ones, last + 1),
                        longer);
        path.features[last] = feature;
        path.zeros[last] = zero;
        path.ones[last] = one;
        return path;
    }

    ShapPath without(int place) {
        return new ShapPath(
                without(features, place),
                without(zeros, place),
                without(ones, place),
                weightsWithout(place));
    }

    /** Returns the weights of all subsets without a feature, added up. */
    double sumWithout(int place) {
        return Arrays.stream(weightsWithout(place)).sum();
    }

    private double[] weightsWithout(int place) {
        int last = length() - 1;
        double one = ones[place];
        double zero = zeros[place];
        var shorter = Arrays.copyOf(weights, last);
        double next = weights[last];
        for (int i = last - 1; i >= 0; i--) {
            if (one != 0) {
                shorter[i] = next * (last + 1) / ((i + 1) * one);
                next = weights[i] - shorter[i] * zero * (last - i) / (last + 1);
            } else {
                shorter[i] = weights[i] * (last + 1) / (zero * (last - i));
            }
        }
        return shorter;
    }

    private static int[] without(int[] values, int place) {
        var shorter = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, place + 1, shorter, place, shorter.length - place);
        return shorter;
    }

    private static double[] without(double[] values, int place) {
        var shorter = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, place + 1, shorter, place, shorter.length - place);
        return shorter;
    }
}

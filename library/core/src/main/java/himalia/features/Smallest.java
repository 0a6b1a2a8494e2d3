package himalia.features;

/**
 * The number that would stand at a place if numbers were in order, without putting them in order.
 *
 * <p>C. A. R. Hoare (1961): Algorithm 65: Find. Communications of the ACM 4, 321–322.
 */
final class Smallest {
    private Smallest() {}

    /** Returns it, and moves the numbers such that none before it is larger, and none behind it smaller. */
    static double of(double[] values, int place) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            double middle = middle(values[from], values[(from + to) >>> 1], values[to]);
            int left = from;
            int right = to;
            while (left <= right) {
                while (values[left] < middle) {
                    left++;
                }
                while (values[right] > middle) {
                    right--;
                }
                if (left <= right) {
                    double value = values[left];
                    values[left++] = values[right];
                    values[right--] = value;
                }
            }
            if (place <= right) {
                to = right;
            } else if (place >= left) {
                from = left;
            } else {
                break;
            }
        }
        return values[place];
    }

    private static double middle(double one, double other, double third) {
        return Math.max(Math.min(one, other), Math.min(Math.max(one, other), third));
    }
}

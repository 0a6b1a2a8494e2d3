package himalia.training;

/**
 * The squared error of numbers around their means: what rows count, the sum of their labels, and a row whose label is that of all, or -1, are held. Labels are counted from the mean of the
 * node, so that what is small beside another node's labels is still parted.
 */
final class NumberPurity implements Purity {
    private final double[] labels;
    private final double[] weights;
    private double count;
    private double sum;
    private double mean;
    private int same;
    private double countLeft;
    private double sumLeft;

    NumberPurity(double[] labels, double[] weights) {
        this.labels = labels;
        this.weights = weights;
    }

    @Override
    public boolean take(int[] rows, int from, int to) {
        boolean isPure = true;
        count = 0;
        sum = 0;
        for (int place = from; place < to; place++) {
            int row = rows[place];
            count += weights[row];
            sum += weights[row] * labels[row];
            isPure &= labels[row] == labels[rows[from]];
        }
        mean = sum / count;
        same = isPure ? rows[from] : -1;
        return isPure;
    }

    @Override
    public void rewind() {
        countLeft = 0;
        sumLeft = 0;
    }

    @Override
    public void pass(int row) {
        countLeft += weights[row];
        sumLeft += weights[row] * (labels[row] - mean);
    }

    /** All distances from the mean add up to nothing, so both parts have the same sum but for its sign. */
    @Override
    public double ofParts() {
        return sumLeft * sumLeft / countLeft + sumLeft * sumLeft / (count - countLeft);
    }

    @Override
    public double[] held() {
        return new double[] {count, sum, same};
    }
}

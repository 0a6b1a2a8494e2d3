package himalia.training;

import java.util.Arrays;

/** Gini's index or the entropy of classes: what rows of each class count is held. */
final class ClassPurity implements Purity {
    private final int[] codes;
    private final double[] weights;
    private final boolean isEntropy;
    private final double[] all;
    private final double[] left;

    /**
     * Measures classes.
     *
     * @param codes the class of each row
     * @param weights what each row counts
     */
    ClassPurity(int[] codes, double[] weights, int classes, boolean isEntropy) {
        this.codes = codes;
        this.weights = weights;
        this.isEntropy = isEntropy;
        all = new double[classes];
        left = new double[classes];
    }

    @Override
    public boolean take(int[] rows, int from, int to) {
        Arrays.fill(all, 0);
        for (int place = from; place < to; place++) {
            all[codes[rows[place]]] += weights[rows[place]];
        }
        int present = 0;
        for (double count : all) {
            present += count > 0 ? 1 : 0;
        }
        return present < 2;
    }

    @Override
    public void rewind() {
        Arrays.fill(left, 0);
    }

    @Override
    public void pass(int row) {
        left[codes[row]] += weights[row];
    }

    /** The sum of n_k² / n over both parts, or of n_k log(n_k / n): what is left out is the same for all ways to part a node. */
    @Override
    public double ofParts() {
        double below = 0;
        double above = 0;
        double squaresBelow = 0;
        double squaresAbove = 0;
        for (int k = 0; k < all.length; k++) {
            // Weights that were added and are taken away again leave less than nothing at times.
            double right = Math.max(0, all[k] - left[k]);
            below += left[k];
            above += right;
            squaresBelow += isEntropy ? log(left[k]) : left[k] * left[k];
            squaresAbove += isEntropy ? log(right) : right * right;
        }
        return isEntropy
                ? squaresBelow - log(below) + squaresAbove - log(above)
                : squaresBelow / below + squaresAbove / above;
    }

    private static double log(double count) {
        return count > 0 ? count * Math.log(count) : 0;
    }

    @Override
    public double[] held() {
        return all.clone();
    }
}

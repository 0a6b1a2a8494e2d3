package himalia.training;

import himalia.model.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * Asks trees that XGBoost holds. Of many rows, low trees that tell two classes apart or a number are asked by {@link FlatTrees}, which
 * adds up the same floats in the same order in less time; rows with missing numbers, and all other trees, XGBoost asks itself.
 */
final class XgboostPredictor implements AutoCloseable {
    /** Rows predicted by one thread in one go. */
    private static final int PIECE = 8192;

    /** To read the trees takes as long as they are asked by fewer rows. */
    static final int MANY = 100_000;

    private final Booster booster;
    private final Target target;
    private final boolean areLow;
    private @Nullable Flat flat;

    /**
     * Asks trees.
     *
     * @param depth how many questions they ask at most, or 0 where nobody knows
     */
    XgboostPredictor(Booster booster, Target target, int depth) {
        this.booster = booster;
        this.target = target;
        this.areLow = depth > 0 && depth <= FlatTrees.DEEPEST && sums(target) == 1;
    }

    /**
     * The trees in arrays.
     *
     * @param start what the sum of a row begins with
     * @param link what sums say of two classes, or null where they are numbers
     */
    private record Flat(FlatTrees trees, float start, @Nullable XgboostLink link) {
        /** Returns what they say of each of some rows, or null where a number is missing. */
        float @Nullable [][] said(List<double[]> columns, int from, int to) throws XGBoostError {
            var sums = new float[to - from];
            Arrays.fill(sums, start);
            if (!trees.add(columns, from, to, sums)) {
                return null;
            }
            return link == null ? apart(sums) : link.of(sums);
        }
    }

    private static float[][] apart(float[] sums) {
        var apart = new float[sums.length][];
        for (int i = 0; i < sums.length; i++) {
            apart[i] = new float[] {sums[i]};
        }
        return apart;
    }

    /** Returns each class's probabilities, or the numbers, as the trees measure them. */
    double[][] predict(List<double[]> columns, int rows) {
        var answers = new double[classes(target)][rows];
        var arrays = areLow && rows >= MANY ? flat(columns.size()) : null;
        IntStream.range(0, (rows + PIECE - 1) / PIECE)
                .parallel()
                .forEach(
                        piece -> {
                            int start = piece * PIECE;
                            int end = Math.min(rows, start + PIECE);
                            put(said(columns, start, end, arrays), start, answers);
                        });
        return answers;
    }

    private static int classes(Target target) {
        return target instanceof Target.Classes classes ? classes.classes().size() : 1;
    }

    /** Of two classes one sum tells, of more there is one each. */
    private static int sums(Target target) {
        return classes(target) == 2 ? 1 : classes(target);
    }

    private synchronized Flat flat(int width) {
        if (flat == null) {
            try {
                var trees = FlatTrees.of(XgboostTrees.of(booster, target).trees());
                var start = XgboostLink.starts(booster, width)[0];
                // Last, since it holds native memory.
                var link = target instanceof Target.Classes ? new XgboostLink() : null;
                flat = new Flat(trees, start, link);
            } catch (XGBoostError e) {
                throw failed(e);
            }
        }
        return flat;
    }

    private float[][] said(List<double[]> columns, int start, int end, @Nullable Flat arrays) {
        try {
            var said = arrays == null ? null : arrays.said(columns, start, end);
            if (said != null) {
                return said;
            }
            var cells = XgboostRows.floats(columns, start, end);
            return booster.inplace_predict(cells, end - start, columns.size(), Float.NaN);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(XGBoostError e) {
        return new IllegalStateException("XGBoost could not predict: " + e.getMessage(), e);
    }

    private static void put(float[][] said, int start, double[][] answers) {
        for (int i = 0; i < said.length; i++) {
            for (int k = 0; k < answers.length; k++) {
                answers[k][start + i] = of(said[i], k, answers.length);
            }
        }
    }

    /** For two classes XGBoost gives the second one's probability only. */
    private static double of(float[] said, int k, int classes) {
        if (said.length == classes) {
            return said[k];
        }
        return k == 0 ? 1 - (double) said[0] : said[0];
    }

    @Override
    public synchronized void close() {
        if (flat != null && flat.link() != null) {
            flat.link().close();
        }
    }
}

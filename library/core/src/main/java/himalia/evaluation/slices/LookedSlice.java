package himalia.evaluation.slices;

import java.util.List;

/**
 * A slice that was looked at. Pairs keep no rows of their own: together they would be as many as all rows times all pairs of columns.
 *
 * @param parts one slice of a column, or two of two columns whose common rows it is
 */
record LookedSlice(List<SliceRows> parts, double score, double p) {
    static LookedSlice of(SliceJudge judge, List<SliceRows> parts, int[] rows) {
        var judged = judge.judged(rows);
        return new LookedSlice(parts, judged.score(), judged.p());
    }

    boolean isPair() {
        return parts.size() > 1;
    }

    SliceRows rows() {
        return isPair() ? parts.get(0).and(parts.get(1)) : parts.get(0);
    }
}

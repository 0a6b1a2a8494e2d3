package himalia.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Items of one query with the same score, which may stand in any order: what is asked of them is the mean over all orders.
 *
 * <p>F. McSherry, M. Najork (2008): Computing Information Retrieval Performance Measures Efficiently in the Presence of Tied Scores. ECIR 2008, 414–421.
 *
 * @param before how many items have a higher score
 * @param relevantBefore how many of those are relevant
 * @param size how many items there are
 * @param relevant how many of them are relevant
 */
record TiedItems(int before, int relevantBefore, int size, int relevant) {
    /**
     * Returns those of a query, the highest score first.
     *
     * @param order its items by their scores, the highest first
     * @param least from this relevance on an item is relevant
     */
    static List<TiedItems> of(int[] order, double[] score, double[] relevance, double least) {
        var all = new ArrayList<TiedItems>();
        int found = 0;
        for (int begin = 0; begin < order.length; ) {
            int end = begin;
            int relevant = 0;
            while (end < order.length && score[order[end]] == score[order[begin]]) {
                relevant += relevance[order[end++]] >= least ? 1 : 0;
            }
            all.add(new TiedItems(begin, found, end - begin, relevant));
            found += relevant;
            begin = end;
        }
        return all;
    }

    /** Returns the reciprocal rank of the first relevant one, of which there is one at least. */
    double reciprocalRank() {
        double sum = 0;
        double noneYet = 1;
        for (int place = 0; place <= size - relevant; place++) {
            double isFirst = (double) relevant / (size - place);
            sum += noneYet * isFirst / (before + place + 1);
            noneYet *= 1 - isFirst;
        }
        return sum;
    }

    /** Returns the sum of the precisions at the relevant ones that are among the first {@code k} items of the query. */
    double precisions(int k) {
        double share = (double) relevant / size;
        // Of a place whose item is relevant, each place before it is so by chance of those left.
        double shareOfOthers = size == 1 ? 0 : (relevant - 1.0) / (size - 1);
        double sum = 0;
        for (int place = 0; place < size && before + place < k; place++) {
            sum += share * (relevantBefore + 1 + place * shareOfOthers) / (before + place + 1);
        }
        return sum;
    }
}

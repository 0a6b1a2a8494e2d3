package himalia.evaluation.folds;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Later rows judged by models of earlier ones, each time of more of them; the rows stand in the order of time.
 *
 * <pre>{@code
 * Table byTime = Tables.sort(train, "date");
 * new TimeSeriesSplit(5).split(byTime, "churned")
 * new TimeSeriesSplit(5).withGap(7).withMaxTrainSize(365).withTestSize(30).split(byTime, "churned")
 * }</pre>
 *
 * @param folds how many, at least 2
 * @param maxTrainSize how many rows are learnt from at most, the latest of them; 0 for all
 * @param testSize how many rows are judged by each time; 0 for the rows over one more than the folds
 * @param gap how many rows between both are left out, at least 0
 */
public record TimeSeriesSplit(int folds, int maxTrainSize, int testSize, int gap)
        implements Splitter {
    public TimeSeriesSplit {
        FoldNumbers.checkFolds(folds);
        checkCount("maxTrainSize", maxTrainSize);
        checkCount("testSize", testSize);
        checkCount("gap", gap);
    }

    /** Learns from all earlier rows, with no gap. */
    public TimeSeriesSplit(int folds) {
        this(folds, 0, 0, 0);
    }

    private static void checkCount(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, got " + count);
        }
    }

    /** Returns the same that learns from no more than the latest rows. */
    public TimeSeriesSplit withMaxTrainSize(int rows) {
        return new TimeSeriesSplit(folds, rows, testSize, gap);
    }

    /** Returns the same that judges by so many rows each time. */
    public TimeSeriesSplit withTestSize(int rows) {
        return new TimeSeriesSplit(folds, maxTrainSize, rows, gap);
    }

    /** Returns the same that leaves out rows between those that are learnt from and those that are judged by. */
    public TimeSeriesSplit withGap(int rows) {
        return new TimeSeriesSplit(folds, maxTrainSize, testSize, rows);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        int rows = FoldNumbers.rows(table, label);
        if (rows <= folds) {
            throw new IllegalArgumentException(
                    "%d folds in order need %d rows, one to learn from first, and there are %d; take fewer folds"
                            .formatted(folds, folds + 1L, rows));
        }
        int tested = testSize == 0 ? rows / (folds + 1) : testSize;
        long first = rows - (long) tested * folds;
        if (first - gap <= 0) {
            throw new IllegalArgumentException(
                    "%d folds that judge by %d rows each, with a gap of %d, leave none of %d rows to learn from"
                            .formatted(folds, tested, gap, rows));
        }
        return IntStream.range(0, folds)
                .map(fold -> (int) first + fold * tested)
                .mapToObj(start -> fold(start, tested))
                .toList();
    }

    private Fold fold(int start, int tested) {
        int end = start - gap;
        int begin = maxTrainSize == 0 ? 0 : Math.max(0, end - maxTrainSize);
        return Fold.of(
                IntStream.range(begin, end).toArray(),
                IntStream.range(start, start + tested).toArray());
    }
}

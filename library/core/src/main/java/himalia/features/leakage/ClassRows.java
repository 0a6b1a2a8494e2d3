package himalia.features.leakage;

import himalia.model.Labels;
import himalia.table.RowsByCode;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a class in both tables; of large ones, so many from everywhere. */
record ClassRows(int[] train, int[] test) {
    private static final int MOST_OF_A_CLASS = 10_000;

    static final int MOST_ASKED = 400;

    /** Returns those of each class, of which both labels have the same. */
    static List<ClassRows> of(Labels learnt, Labels asked) {
        int classes = learnt.classes().size();
        var train = RowsByCode.of(learnt.codes(), classes);
        var test = RowsByCode.of(asked.codes(), classes);
        return IntStream.range(0, classes)
                .mapToObj(
                        code ->
                                of(
                                        train.rows(code),
                                        IntStream.of(test.rows(code))
                                                .map(row -> row + learnt.size())
                                                .toArray()))
                .toList();
    }

    private static ClassRows of(int[] train, int[] test) {
        return train.length + test.length > MOST_OF_A_CLASS || test.length == 0
                ? new ClassRows(every(train, MOST_OF_A_CLASS / 2), every(test, MOST_OF_A_CLASS / 2))
                : new ClassRows(train, test);
    }

    int[] all() {
        return IntStream.concat(IntStream.of(train), IntStream.of(test)).toArray();
    }

    int[] asked() {
        return IntStream.concat(
                        IntStream.of(every(train, MOST_ASKED)),
                        IntStream.of(every(test, MOST_ASKED)))
                .toArray();
    }

    /** At most so many of some rows of a class as are asked of both tables. */
    static int[] asked(int[] rows) {
        return every(rows, 2 * MOST_ASKED);
    }

    long work() {
        return (long) (train.length + test.length)
                * (Math.min(train.length, MOST_ASKED) + Math.min(test.length, MOST_ASKED));
    }

    /** At most so many of the rows, from everywhere among them. */
    private static int[] every(int[] rows, int most) {
        if (rows.length <= most) {
            return rows;
        }
        return IntStream.range(0, most)
                .map(i -> rows[(int) ((long) i * rows.length / most)])
                .toArray();
    }
}

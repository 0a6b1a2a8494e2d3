package himalia.sampling;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * Some rows of a draft, as points with classes.
 *
 * @param rows their numbers in the draft
 */
record Group(double[][] points, Classes classes, int[] rows) {
    /** Returns those of these rows that a draft has not dropped. */
    Group staying(Draft draft) {
        return at(IntStream.range(0, rows.length).filter(i -> draft.stays(rows[i])).toArray());
    }

    /** Returns those at some places. */
    Group at(int[] places) {
        var codes = IntStream.of(places).map(place -> classes.codes()[place]).toArray();
        return new Group(
                IntStream.of(places).mapToObj(place -> points[place]).toArray(double[][]::new),
                new Classes(classes.names(), codes, classes.columns()),
                IntStream.of(places).map(place -> rows[place]).toArray());
    }

    /** Returns the places of the rows whose class is one of some. */
    int[] places(Set<Integer> codes) {
        return IntStream.range(0, rows.length)
                .filter(place -> codes.contains(classes.codes()[place]))
                .toArray();
    }

    int code(int place) {
        return classes.codes()[place];
    }

    /** Returns the nearest others of some places, as places; tells if there are too few rows for that. */
    int[][] neighbours(int[] places, int count, String algorithm) {
        Few.check(rows.length, count + 1, algorithm, count);
        return new Neighbours(points).of(places, count);
    }
}

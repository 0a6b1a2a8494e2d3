package himalia.sampling;

import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some rows of a draft, as points with classes. */
final class Group {
    private final double[][] points;
    private final Classes classes;
    private final int[] rows;

    /** Made when it is first asked: every class asks for the neighbours of its rows. */
    private @Nullable Neighbours nearest;

    /**
     * Takes rows.
     *
     * @param rows their numbers in the draft
     */
    Group(double[][] points, Classes classes, int[] rows) {
        this.points = points;
        this.classes = classes;
        this.rows = rows;
    }

    double[][] points() {
        return points;
    }

    Classes classes() {
        return classes;
    }

    int[] rows() {
        return rows;
    }

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
        var all = nearest == null ? new Neighbours(points) : nearest;
        nearest = all;
        return all.of(places, count);
    }
}

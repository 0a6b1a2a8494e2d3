package himalia.sampling;

import java.util.ArrayList;
import java.util.List;

/** Rows whose numbers were computed one by one. */
final class ListedPoints implements MadePoints {
    private final int given;
    private final List<double[]> points = new ArrayList<>();

    ListedPoints(Draft draft) {
        given = draft.given();
    }

    /** Adds the numbers of the row that a draft added last. */
    void add(int entry, double[] point) {
        if (entry != given + points.size()) {
            throw new IllegalStateException("row " + entry + " does not come next");
        }
        points.add(point);
    }

    @Override
    public void write(int entry, double[] point) {
        System.arraycopy(points.get(entry - given), 0, point, 0, point.length);
    }
}

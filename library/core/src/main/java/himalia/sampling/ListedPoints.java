package himalia.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

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
    public IntToDoubleFunction column(int feature) {
        return entry -> points.get(entry - given)[feature];
    }
}

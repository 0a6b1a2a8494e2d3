package himalia.sampling.drawing;

import himalia.table.Tables;
import java.util.Arrays;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import tech.tablesaw.api.Table;

/**
 * As how many rows, drawn one by one, those of whole groups say as much about the share of a value: Kish's design effect, from all
 * groups of the table. Where a group has one value throughout, a sample says as much as it has groups.
 */
final class ClusterEffect {
    private final Table population;
    private final int[][] groups;
    private final int drawn;
    private final int rows;

    /**
     * Takes groups of a table.
     *
     * @param rows how many rows the sample has
     */
    ClusterEffect(Table population, ClusterSample design, int rows) {
        this.population = population;
        this.groups =
                Draws.groups(Tables.column(population, design.by())).values().toArray(int[][]::new);
        this.drawn = design.clusters();
        this.rows = rows;
    }

    /** Returns of each value of a column as how many rows the sample says as much; no more than it has. */
    double[] rows(ValueParts part) {
        var places = part.places(Tables.column(population, part.column()));
        var effective = new double[part.names().size()];
        Arrays.setAll(effective, value -> rows(places, value));
        return effective;
    }

    /** How errors are spread: by the groups that were drawn or, where these are fewer, left out, of which one large one moves a share far. */
    RealDistribution errors() {
        int few = Math.min(drawn, groups.length - drawn);
        return new TDistribution(null, Math.max(1, few - 1));
    }

    private double rows(int[] places, int value) {
        if (groups.length < 2) {
            return rows;
        }
        double share =
                (double) Arrays.stream(places).filter(place -> place == value).count()
                        / places.length;
        double squares = 0;
        for (var group : groups) {
            // What the group has more of the value than its part.
            double apart = -share * group.length;
            for (int row : group) {
                apart += places[row] == value ? 1 : 0;
            }
            squares += apart * apart;
        }
        double size = (double) places.length / groups.length;
        double variance = squares / (groups.length - 1) / (drawn * size * size);
        // Of groups that are all alike, rows say as much as they are.
        return variance > 0 ? Math.min(rows, share * (1 - share) / variance) : rows;
    }
}

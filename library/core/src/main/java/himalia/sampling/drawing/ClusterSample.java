package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Draws whole groups of rows, such as all visits of some patients.
 *
 * <pre>{@code
 * Sample sample = new ClusterSample("patient", 20, 42).draw(table);
 * }</pre>
 *
 * <p>Rows of a group resemble each other, so intervals are made from groups, and a hundred rows of five groups say
 * little more than five rows. Where few groups hold a value, or few lack it, a share's interval counts groups. Rows that miss the group's name are a group.
 *
 * @param by the column that names the group
 * @param clusters how many groups
 * @param seed makes two runs agree
 */
public record ClusterSample(String by, int clusters, long seed) implements SampleDesign {
    public ClusterSample {
        given(by, "by");
        Draws.checkSize("clusters", clusters);
    }

    @Override
    public Sample draw(Table population) {
        return draw(population, Seeds.random(seed));
    }

    @Override
    public Sample draw(Table population, RandomGenerator random) {
        given(random, "random");
        var column = Tables.column(population, by);
        Draws.checkEnough(population, 1, "");
        var groups = new ArrayList<>(Draws.groups(column).values());
        if (clusters > groups.size()) {
            throw new IllegalArgumentException(
                    "column '%s' names %d groups, and %d are to be drawn; draw at most %d"
                            .formatted(by, groups.size(), clusters, groups.size()));
        }
        var groupOf = new int[population.rowCount()];
        var isDrawn = new boolean[groups.size()];
        for (int group = 0; group < groups.size(); group++) {
            for (int row : groups.get(group)) {
                groupOf[row] = group;
            }
        }
        for (int group : Draws.some(Draws.all(groups.size()), clusters, random)) {
            isDrawn[group] = true;
        }
        var rows =
                Arrays.stream(Draws.all(groupOf.length))
                        .filter(row -> isDrawn[groupOf[row]])
                        .toArray();
        double share = (double) clusters / groups.size();
        var weights = new double[rows.length];
        var fractions = new double[rows.length];
        Arrays.fill(weights, 1 / share);
        Arrays.fill(fractions, share);
        var of = Arrays.stream(rows).map(row -> groupOf[row]).toArray();
        return new Sample(
                population, this, new Drawn(rows, weights, new int[rows.length], of, fractions));
    }
}

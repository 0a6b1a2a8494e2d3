package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import himalia.evaluation.clustering.ClusterAgreement;
import himalia.features.StandardScaler;
import himalia.model.GroupPredictions;
import himalia.model.Model;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Where learnt and other rows belong, beside hdbscan's {@code approximate_predict} (density.py). */
class HdbscanTest {
    @TempDir Path folder;

    private static Table rows(String name) {
        JsonArray all = json("density").getAsJsonArray(name);
        var rows = elements(all).map(each -> doubles(each.getAsJsonArray())).toList();
        return Table.create(
                DoubleColumn.create("x", rows.stream().mapToDouble(row -> row[0]).toArray()),
                DoubleColumn.create("y", rows.stream().mapToDouble(row -> row[1]).toArray()));
    }

    @Test
    void theRowsThatWereLearntFromAreInTheGroupsThatWereFound() {
        var wine = table("wine").rejectColumns("y");
        var rows = new StandardScaler().fit(wine).apply(wine);
        var model = new Hdbscan(8).fit(rows);

        assertThat(model.predict(rows).groups()).isEqualTo(model.groups());
        long noise = Arrays.stream(model.groups()).filter(each -> each < 0).count();
        // sklearn.cluster.HDBSCAN(min_cluster_size=8).fit(z).labels_ has 69; by Tribuo one row more
        // is at the border.
        assertThat(noise).isBetween(69L, 70L);
        assertThat(model.outcome()).endsWith(noise + " of them noise");
    }

    @Test
    void otherRowsFollowTheOneFromWhichTheyAreReachedFirst() {
        var model = new Hdbscan(6, 6).fit(rows("rows"));

        var labels = ints(json("density").getAsJsonArray("labels"));
        assertThat(ClusterAgreement.of(labels, model.groups()).adjustedRandScore()).isEqualTo(1);
        var predicted = ints(json("density").getAsJsonArray("predicted"));
        assertThat(model.predict(rows("others")).groups()).isEqualTo(predicted);
    }

    @Test
    void aFileKeepsTheGroupsOfTheRows() {
        var rows = rows("rows");
        var model = new Hdbscan(6, 6).fit(rows);
        var file = folder.resolve("density.model");
        model.save(file);

        assertThat(((HdbscanModel) Model.load(file)).groups()).isEqualTo(model.groups());
        assertThat(Model.load(file).predict(rows)).isEqualTo(model.predict(rows));
    }

    @Test
    void rowsFarFromAllAreNoise() {
        var x = DoubleColumn.create("x");
        IntStream.range(0, 40).forEach(i -> x.append(i < 20 ? i * 0.01 : 10 + i * 0.01));
        var model = new Hdbscan(5).fit(Table.create(x));

        var far = Table.create(DoubleColumn.create("x", 0.1, 10.3, 500));
        var groups = model.predict(far).groups();
        assertThat(groups[0]).isNotEqualTo(groups[1]).isNotEqualTo(GroupPredictions.NOISE);
        assertThat(groups[2]).isEqualTo(GroupPredictions.NOISE);
    }
}

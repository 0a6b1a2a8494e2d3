package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.sampling.Adasyn;
import himalia.sampling.Agreement;
import himalia.sampling.AllKnn;
import himalia.sampling.BorderlineSmote;
import himalia.sampling.CondensedNearestNeighbour;
import himalia.sampling.EditedNearestNeighbours;
import himalia.sampling.NearMiss;
import himalia.sampling.NeighbourhoodCleaningRule;
import himalia.sampling.OneSidedSelection;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.RandomUnderSampler;
import himalia.sampling.RepeatedEditedNearestNeighbours;
import himalia.sampling.Resampling;
import himalia.sampling.Sampler;
import himalia.sampling.SeededSampler;
import himalia.sampling.Smote;
import himalia.sampling.Strategy;
import himalia.sampling.TomekLinks;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** A thousand tables of chance, sampled by imbalanced-learn and by us. */
@Tag("once")
class ImbalancedLearnTest {
    private static final int TABLES = Integer.getInteger("himalia.imbalanced.tables", 1_000);

    @TempDir private Path folder;

    /** What has no chance in it. */
    private static Map<String, Sampler> cuts(int neighbours) {
        var auto = Strategy.AUTO;
        var cuts = new LinkedHashMap<String, Sampler>();
        cuts.put("tomek", new TomekLinks());
        cuts.put("enn-all", new EditedNearestNeighbours(neighbours));
        cuts.put("enn-mode", new EditedNearestNeighbours(neighbours, Agreement.MODE, auto));
        cuts.put("renn", new RepeatedEditedNearestNeighbours(neighbours, Agreement.ALL, 100, auto));
        cuts.put("all-knn", new AllKnn(neighbours));
        cuts.put("ncr", new NeighbourhoodCleaningRule(neighbours, 0.5, auto));
        cuts.put("near-miss-1", new NearMiss(1, neighbours, 3, auto));
        cuts.put("near-miss-2", new NearMiss(2, neighbours, 3, auto));
        cuts.put("near-miss-3", new NearMiss(3, neighbours, 3, auto));
        return cuts;
    }

    /** What draws a row of each class it cuts, which may be handed over. */
    private static Map<String, SeededSampler> drawing(int classes, int seed) {
        var drawing = new LinkedHashMap<String, SeededSampler>();
        drawing.put("oss", new OneSidedSelection(7));
        if (classes == 2 && seed % 5 == 0) {
            drawing.put("cnn", new CondensedNearestNeighbour(7));
        }
        return drawing;
    }

    /** What draws more, so that only the counts are the same. */
    private static Map<String, Sampler> grows(int neighbours) {
        var grows = new LinkedHashMap<String, Sampler>();
        grows.put("over", new RandomOverSampler(7));
        grows.put("under", new RandomUnderSampler(7));
        grows.put("smote", new Smote(neighbours, 7));
        for (var kind = 1; kind <= 2; kind++) {
            grows.put(
                    "borderline-" + kind,
                    new BorderlineSmote(kind, neighbours, 2 * neighbours, Strategy.AUTO, 7));
        }
        grows.put("adasyn", new Adasyn(neighbours, 7));
        return grows;
    }

    @Test
    void aThousandTablesAreSampledAsByImbalancedLearn() throws Exception {
        var tools = PythonTools.withImbalancedOrSkip();
        var tables = IntStream.range(0, TABLES).mapToObj(RandomTable::of).toList();
        var said = said(tools, tables);
        var differing = new ArrayList<String>();
        for (var i = 0; i < TABLES; i++) {
            compare(tables.get(i), said.get(i).getAsJsonObject(), differing);
        }
        assertThat(differing).isEmpty();
    }

    private JsonArray said(PythonTools tools, List<RandomTable> tables)
            throws IOException, InterruptedException {
        var shapes = new ArrayList<Map<String, Object>>();
        try (var numbers =
                new DataOutputStream(
                        new BufferedOutputStream(
                                Files.newOutputStream(folder.resolve("tables.bin"))))) {
            for (var table : tables) {
                shapes.add(
                        Map.of(
                                "seed", table.seed(),
                                "rows", table.rows(),
                                "columns", table.columns(),
                                "neighbours", table.neighbours(),
                                "sizes", table.sizes()));
                for (var point : table.points()) {
                    for (var number : point) {
                        numbers.writeDouble(number);
                    }
                }
            }
        }
        Files.writeString(folder.resolve("tables.json"), new Gson().toJson(shapes));
        var script = folder.resolve("imbalanced.py");
        try (var stream = getClass().getResourceAsStream("imbalanced.py")) {
            Files.copy(stream, script);
        }
        var python = tools.program("python").toString();
        var run =
                tools.run(
                        folder,
                        Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"),
                        "",
                        List.of(python, script.toString(), folder.toString()));
        assertThat(run.status()).as(run.words()).isZero();
        return JsonParser.parseString(Files.readString(folder.resolve("said.json")))
                .getAsJsonArray();
    }

    private static void compare(RandomTable given, JsonObject said, List<String> differing) {
        var table = given.table();
        var ours = new LinkedHashMap<String, List<Integer>>();
        cuts(given.neighbours())
                .forEach((name, sampler) -> ours.put(name, removed(sampler.trace(table, "y"))));
        drawing(given.sizes().length, given.seed())
                .forEach(
                        (name, sampler) -> {
                            var draws = new Handed(ints(said, "draws").iterator());
                            ours.put(name, removed(sampler.trace(table, "y", draws)));
                        });
        grows(given.neighbours())
                .forEach((name, sampler) -> ours.put(name, counts(given, sampler, table)));
        ours.forEach(
                (name, rows) -> {
                    // Where it changes nothing and says nothing, ours refuses.
                    boolean isUnchanged =
                            name.startsWith("borderline") && ints(said, name).equals(sizes(given));
                    if (!rows.equals(isUnchanged ? List.of() : ints(said, name))) {
                        differing.add(
                                "%s of table %d, %d neighbours: %s, and imbalanced-learn says %s"
                                        .formatted(
                                                name,
                                                given.seed(),
                                                given.neighbours(),
                                                rows,
                                                ints(said, name)));
                    }
                });
    }

    private static List<Integer> sizes(RandomTable given) {
        return IntStream.of(given.sizes()).boxed().toList();
    }

    private static List<Integer> ints(JsonObject said, String name) {
        return said.getAsJsonArray(name).asList().stream().map(one -> one.getAsInt()).toList();
    }

    private static List<Integer> removed(Resampling done) {
        var rows = done.rows();
        return IntStream.range(0, rows.rowCount())
                .filter(row -> rows.stringColumn("how").get(row).equals("removed"))
                .boxed()
                .toList();
    }

    /** The rows of each class, or none where the sampler refuses. */
    private static List<Integer> counts(RandomTable given, Sampler sampler, Table table) {
        try {
            var labels = sampler.resample(table, "y").intColumn("y");
            return IntStream.range(0, given.sizes().length)
                    .mapToObj(code -> labels.isEqualTo(code).size())
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Gives the draws of the other side. */
    private record Handed(Iterator<Integer> draws) implements RandomGenerator {
        @Override
        public int nextInt(int origin, int bound) {
            return draws.next();
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("no such draw was handed over");
        }
    }
}

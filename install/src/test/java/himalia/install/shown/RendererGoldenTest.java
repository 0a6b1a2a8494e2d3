package himalia.install.shown;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import himalia.display.bundle.Display;
import himalia.display.bundle.Markdown;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.chart.Charts;
import himalia.evaluation.imbalance.ImbalancedReport;
import himalia.sampling.augmentation.Augmented;
import himalia.sampling.augmentation.RandomSwap;
import himalia.sampling.drawing.SampleReport;
import himalia.streaming.Flink;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every renderer of ours gives, held against files: its words, its HTML where it has one, and its forms. */
class RendererGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final ShownModels models = ShownModels.named("age", List.of("no", "yes"), "first try");
    private final ShownFeatures features = ShownFeatures.named("7", "rate");

    @AfterEach
    void close() {
        models.endpoint().close();
        features.endpoint().close();
    }

    @Test
    void everyRendererShowsThis() throws IOException, SQLException {
        var forms = new StringBuilder();
        for (var entry : new TreeMap<>(values()).entrySet()) {
            var bundle = Display.renderers().render(entry.getValue());
            var name = entry.getKey();
            forms.append(name)
                    .append(": ")
                    .append(String.join(", ", new TreeSet<>(bundle.data().keySet())))
                    .append('\n');
            golden(name + ".txt", bundle.text());
            if (bundle.data().get(MimeBundle.HTML) instanceof String html) {
                golden(name + ".html", html);
            }
        }
        golden("forms.txt", forms.toString());
    }

    @Test
    void everyRendererIsHere() throws SQLException {
        var renderers = new TreeSet<String>();
        for (var renderer : ServiceLoader.load(Renderer.class)) {
            renderers.add(renderer.getClass().getSimpleName());
        }
        assertThat(new TreeMap<>(values()).keySet())
                .as("add a sample value to values() for each renderer, by its name")
                .isEqualTo(renderers);
    }

    private Map<String, Object> values() throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        values.put("DisplayableRenderer", new Markdown("**bold** and $x^2$"));
        values.put("ListRenderer", List.of(Map.of("name", "Ann"), Map.of("name", "<Bo>")));
        values.put(
                "MapRenderer", new TreeMap<>(Map.of("a", 1, "b", Arrays.asList(null, "", "null"))));
        values.put("ParallelRunRenderer", new ShownStudies("two processes").parallel());
        values.put("ArrayRenderer", new double[][] {{1, 0.5, Double.NaN}, {-2.25, 1e9, 1e-9}});
        values.put(
                "ResultSetRenderer",
                DriverManager.getConnection("jdbc:duckdb:")
                        .createStatement()
                        .executeQuery("select 1 as id, date '2026-01-31' as day"));
        values.put("ChartRenderer", Charts.bar("Fruit", List.of("apples", "pears"), 3, 2));
        values.put("ImageRenderer", new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB));
        values.put("XChartRenderer", xchart());
        values.put("ColumnRenderer", table().column("height"));
        values.put("TableRenderer", table());
        values.put("RowRenderer", table().row(2));
        values.put("VectorsRenderer", vectors());
        values.put(
                "TensorRenderer",
                NDManager.newBaseManager().create(new float[][] {{1, 2.5f}, {3, -4}}));
        values.put(
                "AugmentedRenderer",
                Augmented.of(
                        List.of("a <b>good</b> film", "not so good"), new RandomSwap(0.5), 2, 42));
        values.put("ModelRenderer", models.model());
        values.put("ReportRenderer", models.report());
        values.put("RegressionReportRenderer", models.regression());
        values.put("RankingReportRenderer", models.ranking());
        values.put("SampleReportRenderer", SampleReport.of(table().first(2), table(), "name"));
        values.put("SampleRenderer", ShownFindings.sample(table()));
        values.put("FittedStepRenderer", ShownFindings.fitted("name"));
        values.put("SparseRowsRenderer", ShownFindings.sparse());
        values.put("ClassWeightsRenderer", ShownFindings.weights("yes"));
        values.put("ImbalancedReportRenderer", ImbalancedReport.of(models.report()));
        values.put("OperatingPointRenderer", ShownFindings.point("yes"));
        values.put("ResamplingRenderer", ShownFindings.resampling("height", "y"));
        values.put("SamplingEffectRenderer", ShownFindings.effect("yes"));
        values.put("ColumnTransformerRenderer", ShownFindings.transformer("city"));
        values.put("PipelineRenderer", ShownFindings.pipeline("city"));
        values.put("PipelineModelRenderer", ShownFindings.pipelineModel("city", "y"));
        values.put("LeakageReportRenderer", ShownFindings.leakage("refund"));
        values.put("RunRenderer", models.run());
        values.put("EndpointRenderer", models.endpoint());
        values.put("ConversionRenderer", models.conversion());
        values.put("DataStreamRenderer", Flink.local().fromData(1, 2, 3));
        values.put("EntityTimelineRenderer", features.timeline());
        values.put("FeatureEndpointRenderer", features.endpoint());
        return values;
    }

    private static Object xchart() {
        var chart = new XYChartBuilder().title("Squares").width(300).height(200).build();
        chart.addSeries("squares", new double[] {1, 2, 3}, new double[] {1, 4, 9});
        return chart;
    }

    private static Table table() {
        return Table.create(
                "people",
                StringColumn.create("name", "Ann", "<b>Bo</b>", null, ""),
                DoubleColumn.create("height", 1.7, Double.NaN, 1.255, -0.5));
    }

    private static VectorSchemaRoot vectors() {
        var heights = new Float8Vector("height", new RootAllocator());
        heights.allocateNew(2);
        heights.set(0, 1.71);
        heights.setNull(1);
        heights.setValueCount(2);
        return VectorSchemaRoot.of(heights);
    }

    /** An endpoint's port is another one each time. */
    private void golden(String name, String shown) throws IOException {
        var words = shown.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT") + "\n";
        var file = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("himalia.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, words);
        }
        assertThat(words).as(name).isEqualTo(Files.readString(file));
    }
}

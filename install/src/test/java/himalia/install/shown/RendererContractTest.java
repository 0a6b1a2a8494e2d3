package himalia.install.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Named.named;

import ai.djl.ndarray.NDManager;
import himalia.display.bundle.Display;
import himalia.display.bundle.Html;
import himalia.display.bundle.Latex;
import himalia.display.bundle.Markdown;
import himalia.display.bundle.Mermaid;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Progress;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Svg;
import himalia.display.chart.Charts;
import himalia.evaluation.imbalance.ImbalancedReport;
import himalia.sampling.augmentation.Augmented;
import himalia.sampling.augmentation.GaussianNoise;
import himalia.sampling.augmentation.Pixels;
import himalia.sampling.augmentation.Scaling;
import himalia.sampling.drawing.SampleReport;
import himalia.streaming.Flink;
import himalia.table.TableView;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every renderer of ours keeps to, with values that have broken others. A new renderer adds a value. */
class RendererContractTest {
    private static final String NASTY =
            "<script>alert(1)</script> $x$ \"q\" 'q' & שלום 👩‍👩‍👧 王\n\u0007\ud800\u202e";

    private static final ShownModels MODELS =
            ShownModels.named(NASTY, List.of(NASTY + 1, NASTY + 2), NASTY);

    private static final ShownFeatures FEATURES = ShownFeatures.named(NASTY, "rate");

    /** Named, because a test that prints ten million values never ends. */
    private static final List<Named<Object>> VALUES =
            List.of(
                    named("nasty table", nastyTable()),
                    named("nasty column", StringColumn.create(NASTY, NASTY, null)),
                    named("empty column", DoubleColumn.create("nothing")),
                    named("empty table", Table.create("nothing")),
                    named("nasty row", nastyTable().row(0)),
                    named("row before the first", new Row(nastyTable())),
                    named(
                            "emphasised table",
                            TableView.of(nastyTable()).heat("numbers").bars("numbers")),
                    named("vectors", vectors()),
                    named("tensor", NDManager.newBaseManager().create(new float[] {1, Float.NaN})),
                    named("wide table", wideTable()),
                    named("list of maps", List.of(Map.of(NASTY, NASTY))),
                    named("list of nulls", new ArrayList<>(Collections.nCopies(3, null))),
                    named("list of texts", List.of(1, NASTY)),
                    named("map", Map.of(NASTY, Double.NaN)),
                    named("empty map", Map.of()),
                    named(
                            "matrix",
                            new double[][] {{Double.NaN, Double.POSITIVE_INFINITY}, {-0.0}}),
                    named("empty matrix", new double[0][0]),
                    named("ragged matrix", new Object[][] {null, {NASTY, null}}),
                    named("long list", Collections.nCopies(10_000_000, NASTY)),
                    named("html", new Html("<b>b</b>")),
                    named("markdown", new Markdown(NASTY)),
                    named("latex", new Latex("x")),
                    named("mermaid", new Mermaid("graph LR")),
                    named("svg", new Svg("<svg/>")),
                    named("progress", Progress.start(NASTY, 3)),
                    named(
                            "line chart",
                            Charts.line(NASTY)
                                    .x(NASTY, 1, 2)
                                    .y(NASTY, Double.NaN, Double.POSITIVE_INFINITY)),
                    named("empty chart", Charts.line("empty")),
                    named("bar chart", Charts.bar(NASTY, List.of(NASTY), 1e300)),
                    named(
                            "heat map",
                            Charts.heatMap(
                                    NASTY,
                                    List.of(NASTY),
                                    List.of(NASTY),
                                    new double[][] {{Double.NaN}})),
                    named("interactive chart", Charts.scatter(NASTY).y("a", 1).interactive()),
                    named(
                            "chart from rows",
                            Charts.bar(List.of(Map.of("a", NASTY))).x("a").title(NASTY)),
                    named(
                            "interactive facets",
                            Charts.scatter(List.of(Map.of("a", NASTY, "b", 1)))
                                    .x("a")
                                    .y("b")
                                    .by("a")
                                    .facet("a")
                                    .interactive()),
                    named("result set", noResult()),
                    named("image", new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB)),
                    named(
                            "image without pixels",
                            Toolkit.getDefaultToolkit().createImage(new byte[0])),
                    named("XChart", new XYChartBuilder().title(NASTY).build()),
                    named("model", MODELS.model()),
                    named("report", MODELS.report()),
                    named("report of rare classes", ImbalancedReport.of(MODELS.report())),
                    named("report of numbers", MODELS.regression()),
                    named("report of a ranking", MODELS.ranking()),
                    named(
                            "augmented texts",
                            Augmented.of(
                                    List.of(NASTY, ""), (text, random) -> text + NASTY, 9, 42)),
                    named(
                            "augmented pictures",
                            Augmented.of(
                                    List.of(Pixels.ofRow(new double[6], 2, 3, 0, 1)),
                                    new GaussianNoise(0.5),
                                    2,
                                    42)),
                    named(
                            "augmented series",
                            Augmented.of(
                                    List.of(new double[] {1, Double.NaN}, new double[0]),
                                    new Scaling(0.1),
                                    2,
                                    42)),
                    named("sample report", SampleReport.of(nastyTable(), nastyTable())),
                    named("sample", ShownFindings.sample(nastyTable())),
                    named("fitted step", ShownFindings.fitted(NASTY)),
                    named("sparse rows", ShownFindings.sparse()),
                    named("weights", ShownFindings.weights(NASTY)),
                    named("threshold", ShownFindings.point(NASTY)),
                    named("sampled rows", ShownFindings.resampling(NASTY, NASTY + "y")),
                    named("effect of sampling", ShownFindings.effect(NASTY)),
                    named("steps by columns", ShownFindings.transformer(NASTY)),
                    named("pipeline", ShownFindings.pipeline(NASTY)),
                    named("model of a pipeline", ShownFindings.pipelineModel(NASTY, "y")),
                    named("leaks", ShownFindings.leakage(NASTY)),
                    named("run", MODELS.run()),
                    named("endpoint", MODELS.endpoint()),
                    named("conversion", MODELS.conversion()),
                    named("timeline", FEATURES.timeline()),
                    named("stream", Flink.local().fromData(NASTY)),
                    named("timeline of texts", ShownFeatures.ofTexts(NASTY)),
                    named("feature endpoint", FEATURES.endpoint()));

    @AfterAll
    static void close() {
        MODELS.endpoint().close();
        FEATURES.endpoint().close();
    }

    private static VectorSchemaRoot vectors() {
        var text = new VarCharVector(NASTY, new RootAllocator());
        text.allocateNew();
        text.setSafe(0, NASTY.getBytes(StandardCharsets.UTF_8));
        text.setValueCount(2);
        var root = VectorSchemaRoot.of(text);
        root.setRowCount(2);
        return root;
    }

    static Stream<Named<Object>> values() {
        return Stream.of(
                        VALUES.stream(),
                        each(new ShownEvaluations(NASTY).all()),
                        each(new ShownExplanations(NASTY).all()),
                        each(new ShownStreams(NASTY).all()),
                        each(new ShownStudies(NASTY).all()))
                .flatMap(each -> each);
    }

    private static Stream<Named<Object>> each(Map<String, Object> values) {
        return values.entrySet().stream().map(each -> Named.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void plainTextIsAlwaysThereAndSaysSomething(Object value) {
        assertThat(shown(value).text()).isNotBlank().doesNotContain(" failed: ");
    }

    @ParameterizedTest
    @MethodSource("values")
    void htmlIsEscapedSelfContainedAndNoFormula(Object value) {
        if (shown(value).data().get(MimeBundle.HTML) instanceof String html) {
            assertThat(html)
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContain("<style")
                    .doesNotContain("src=\"http");
            assertThat(Formulas.in(html)).as("texts that MathJax reads").isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyFormStaysSmall(Object value) {
        shown(value)
                .data()
                .forEach((mime, content) -> assertThat(size(content)).as(mime).isLessThan(100_000));
    }

    @ParameterizedTest
    @MethodSource("values")
    void neitherFormHidesOrReordersWhatStandsBesideIt(Object value) {
        assumeThat(isUsersOwnText(value)).isFalse();
        assertThat(shown(value).text()).doesNotContain("\u202e", "\u0007");
    }

    /** Markdown's plain form is its source, and texts in a list are values, as Java prints them: both may be copied from there. */
    private static boolean isUsersOwnText(Object value) {
        return value instanceof Markdown || value instanceof List<?> list && list.contains(NASTY);
    }

    @Test
    void everyRendererIsCheckedHere() {
        var untested = new ArrayList<Class<?>>();
        for (var renderer : ServiceLoader.load(Renderer.class)) {
            Class<?> type = renderer.type();
            if (values().map(Named::getPayload).noneMatch(type::isInstance)) {
                untested.add(type);
            }
        }
        assertThat(untested).isEmpty();
    }

    private static MimeBundle shown(@Nullable Object value) {
        return Display.renderers().render(value);
    }

    private static int size(Object content) {
        return content instanceof byte[] bytes
                ? bytes.length
                : content.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** A result as a driver gives it; a query would need a database. */
    private static ResultSet noResult() {
        return (ResultSet)
                Proxy.newProxyInstance(
                        RendererContractTest.class.getClassLoader(),
                        new Class<?>[] {ResultSet.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().startsWith("get")) {
                                throw new SQLException("closed");
                            }
                            return null;
                        });
    }

    private static Table nastyTable() {
        return Table.create(
                NASTY,
                StringColumn.create(NASTY, NASTY, null, "", "null"),
                DoubleColumn.create(
                        "numbers", 1e300, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -0.0));
    }

    private static Table wideTable() {
        var table = Table.create("wide");
        var columns = new StringColumn[10_000];
        Arrays.setAll(columns, i -> StringColumn.create("column " + i, NASTY.repeat(100)));
        return table.addColumns(columns);
    }
}

package himalia.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is asked of a graph's values is what ONNX Runtime computes. */
class OnnxGraphTest {
    private static final Table ROWS =
            Table.create(
                    "t",
                    DoubleColumn.create("value:0", 1, -2.5, Double.NaN),
                    StringColumn.create("text", "ä", "", "b"));

    @Test
    void columnsAreReplacedAndComputed() throws Exception {
        var graph = new OnnxGraph();
        var number = graph.input("value:0", OnnxType.NUMBER);
        var text = graph.input("text", OnnxType.TEXT);
        var isLow = number.isBelow(0);
        graph.replace(Map.of("value:0", Map.of("done", number.minus(1).times(2).over(4).plus(1))));
        graph.output("out", graph.column("done"));
        graph.output("low", isLow.choose(graph.number(7), number));
        graph.output("filled", text.isMissing().choose(graph.text("none"), text));
        graph.output("place", text.places(List.of("b"), new long[] {3}, -1).as(OnnxType.NUMBER));

        var answers = OnnxAnswers.of(graph.bytes(), ROWS);
        assertThat(Arrays.deepToString(answers.numbers("out")))
                .isEqualTo("[[1.0], [-0.75], [NaN]]");
        assertThat(Arrays.deepToString(answers.numbers("low"))).isEqualTo("[[1.0], [7.0], [NaN]]");
        assertThat(answers.texts("filled")).isDeepEqualTo(new String[][] {{"ä"}, {"none"}, {"b"}});
        assertThat(answers.numbers("place")).isDeepEqualTo(new double[][] {{-1}, {-1}, {3}});
        assertThat(graph.columns().keySet()).containsExactly("done", "text");
    }

    /** ONNX Runtime's optimiser looks at constants as floats, where 1E-50 is 0, and 1 + 1E-9 is 1. */
    @Test
    void aNumberThatAsAFloatIsNothingIsComputedWith() throws Exception {
        var rows = Table.create("t", DoubleColumn.create("x", 3e-50, -2.5, Double.NaN, 0, 1e-50));
        var graph = new OnnxGraph();
        var x = graph.input("x", OnnxType.NUMBER);
        double tiny = 1e-50;
        double near = 1 + 1e-9;
        Map<String, OnnxValue> made =
                Map.of(
                        "minus", x.minus(tiny),
                        "minus row", x.minus(graph.row(tiny)),
                        "plus", x.plus(-tiny),
                        "plus x", graph.number(-tiny).plus(x),
                        "times", x.times(near),
                        "times x", graph.number(near).times(x),
                        "over", x.over(near));
        // The optimiser leaves alone what is an output itself.
        made.forEach((name, value) -> graph.output(name, value.times(2)));

        var answers = OnnxAnswers.of(graph.bytes(), rows);
        for (var name : made.keySet()) {
            for (int i = 0; i < rows.rowCount(); i++) {
                double each = rows.doubleColumn("x").getDouble(i);
                double expected =
                        name.startsWith("times")
                                ? each * near
                                : name.equals("over") ? each / near : each - tiny;
                assertThat(answers.numbers(name)[i][0])
                        .as(name)
                        .isEqualTo(Double.valueOf(expected * 2));
            }
        }
    }

    @Test
    void aRefusalEndsTheRunWithItsReason() throws Exception {
        var graph = new OnnxGraph();
        var number = graph.input("value:0", OnnxType.NUMBER);
        graph.output("out", number.refusing(number.isMissing(), "no cell may be missing"));

        assertThat(OnnxAnswers.of(graph.bytes(), ROWS.inRange(0, 2)).numbers("out"))
                .isDeepEqualTo(new double[][] {{1}, {-2.5}});
        assertThatThrownBy(() -> OnnxAnswers.of(graph.bytes(), ROWS))
                .hasMessageContaining("no cell may be missing");
    }

    @Test
    void namesThatAreThereOrNotThereAreTold() {
        var graph = new OnnxGraph();
        var number = graph.input("age", OnnxType.NUMBER);

        assertThatThrownBy(() -> graph.column("agee"))
                .hasMessage("the graph has no column 'agee'; there are: age");
        assertThatThrownBy(() -> graph.output("age", number))
                .hasMessage(
                        "the graph has an input, output or value 'age' already; take another name");
    }

    @Test
    void anOutputMoreIsNoPassMoreOverAllNodes() {
        var graph = new OnnxGraph();
        var number = graph.input("age", OnnxType.NUMBER);
        var made = number.plus(1);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> IntStream.range(0, 100_000).forEach(i -> graph.output("out " + i, made)));
        assertThatThrownBy(() -> graph.output(made.name(), number))
                .hasMessage(
                        "the graph has an input, output or value '%s' already; take another name"
                                .formatted(made.name()));
    }
}

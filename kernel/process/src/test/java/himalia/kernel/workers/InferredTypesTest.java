package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Variables whose type is that of their value, and what depends on it. */
class InferredTypesTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void aVariableOfTheCellIsNoResourceAsInJShell() {
        assertThat(
                        cells.failure(
                                "var w = new java.io.StringWriter();\ntry (w) { w.write(\"x\"); }\nw"))
                .contains("w", "final");
        assertThat(cells.failure("w")).contains("cannot find symbol");
    }

    @Test
    void aTypeThatLacksSomethingKeepsItsStateUntilThatIsBack() {
        cells.run(
                """
                var view = List.of(1, 2);
                class View { static int made; View() { made++; } int sum() { return view.stream().mapToInt(i -> i).sum(); } }
                new View();""");
        cells.run("var view = List.of(1.5, 2.5);");
        assertThat(cells.printed())
                .contains("methods of View cannot be used")
                .contains("because view changed");
        cells.run("var one = new View();");
        assertThat(cells.value("new View();\nView.made")).isEqualTo("2");
        assertThat(cells.failure("one.sum()")).contains("until view fits it again");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.value("one == null")).isEqualTo("false");
        cells.run("var view = List.of(4, 5);");
        assertThat(cells.value("new View().sum()")).isEqualTo("9");
    }

    @Test
    void aVariableOfSeveralTypesIsOfTheOneThatSaysMost() {
        cells.run(
                """
                interface Shape { double area(); }
                record Circle(double r) implements Shape { public double area() { return r; } }
                record Square(double a, double b) implements Shape { public double area() { return a * b; } }
                enum Unit implements Shape { ONE; public double area() { return 1; } }""");
        assertThat(
                        cells.value(
                                "var shapes = List.of(new Circle(1), new Square(2, 3));\n"
                                        + "shapes.get(1).area()"))
                .isEqualTo("6.0");
        cells.value(
                "double total() { var t = 0.0; for (var s : shapes) t += s.area(); return t; }");
        assertThat(cells.value("total()")).isEqualTo("7.0");
        assertThat(cells.value("var any = List.of(Unit.ONE, new Circle(4));\nany.get(0).area()"))
                .isEqualTo("1.0");
        assertThat(cells.value("var numbers = List.of(1, 2.5);\nnumbers.get(1).intValue()"))
                .isEqualTo("2");
    }
}

package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The files of a program in several packages, pasted one a cell. */
@Timeout(60)
class PackagesOfCellsTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    private void shapes() {
        cells.run(
                """
                package shapes;

                public abstract class Shape {
                    public enum Kind { ROUND }
                    public static int twice(int n) { return 2 * n; }
                    public abstract double area();
                }
                """);
    }

    @Test
    void anImportOfWhatACellDeclaresIsLeftOut() {
        shapes();
        cells.printed();
        cells.run(
                """
                package app;

                import java.util.*;
                import shapes.Shape;

                public class Square extends Shape {
                    public double area() { return Collections.max(List.of(4.0)); }
                }
                """);
        assertThat(cells.printed())
                .isEqualTo(
                        """
                        [notice] the line 'package app;' is left out: what cells declare is in no package, and needs no import
                        [notice] the line 'import shapes.Shape;' is left out: Shape is declared in a cell, and needs no import
                        """);
        cells.run("import shapes.*;\nimport app.Square;\nShape shape = new Square();");
        assertThat(cells.printed())
                .contains("'import shapes.*;' is left out: what cells declare needs no import")
                .contains("'import app.Square;' is left out: Square is declared in a cell");
        assertThat(cells.value("shape.area()")).isEqualTo("4.0");
    }

    @Test
    void whatIsInsideOfATypeIsNamedByIt() {
        shapes();
        cells.run("import static shapes.Shape.twice;\nimport static shapes.Shape.*;");
        cells.run("import shapes.Shape.Kind;");
        assertThat(cells.printed())
                .contains("Shape is declared in a cell; write Shape.twice\n")
                .contains("Shape is declared in a cell; write Shape.name\n")
                .contains("Shape is declared in a cell; write Shape.Kind\n");
        assertThat(cells.failure("import static shapes.Shape.twice;\ntwice(1)"))
                .contains("Error in cell 4, line 2");
    }

    @Test
    void aTypeThatNoCellHasDeclaredYetIsSaidToBe() {
        shapes();
        assertThat(cells.failure("import shapes.Circle;\nclass Big extends Circle { }"))
                .contains(
                        "Hint: Of the package shapes, as files in cells say, no cell has declared Circle yet: run the one that does first.")
                .doesNotContain("An import names a class", "%maven");
        assertThat(cells.failure("import shapes.sub.Circle;")).contains("%maven");
        assertThat(cells.failure("shapes.Circle c = null;"))
                .contains("no cell has declared Circle");
        assertThat(cells.failure("shapes.Shape.twice(2)"))
                .contains("Hint: What cells declare is in no package: write Shape.");
        assertThat(cells.failure("package app;\nimport forms.Shapes;"))
                .contains("A file of your own is run in a cell before.");
        assertThat(cells.failure("package app;\nimport forms.Shape;\nclass Sq extends Shape { }"))
                .contains("line 2", "line 3");
    }

    @Test
    void aPackageOfAJarIsImportedStill() {
        cells.run("package java.util;\nclass Stack { }");
        cells.run("import java.util.*;\nimport java.util.Stack;\nvar stack = new Stack<String>();");
        assertThat(cells.value("stack.size()")).isEqualTo("0");
    }

    @Test
    void anImportThatIsLeftOutIsMeantThoughAnotherCameBefore() {
        cells.value("package shapes;\nclass Point { int own = 4; }");
        cells.value("import java.awt.Point;");
        cells.value("import shapes.Point;");
        assertThat(cells.value("new Point().own")).isEqualTo("4");
    }
}

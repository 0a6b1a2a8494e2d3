package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of variables and types that wait for others, and of what the cell sets itself. */
class ComingBackTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void aVariableThatTheCellSetsFurtherDownIsNotSaidToBeNull() {
        cells.run("class Bag { int a = 1; }\nvar one = new Bag();\nvar all = List.of(one);");
        var changed = "class Bag { int a = 2; }\nvar one = new Bag();\nvar all = List.of(one);";
        assertThat(cells.value(changed + "\nall.get(0).a")).isEqualTo("2");
        assertThat(cells.printed()).isEmpty();
        assertThat(
                        cells.failure(
                                changed.replace("= 2", "= 3")
                                        .replace("one = ", "one = 1 / 0 > 1 ? null : ")))
                .contains("/ by zero");
        assertThat(cells.printed()).contains("all is null now, because Bag changed");
    }

    @Test
    void aVariableOfATypeThatWaitsIsThereAgainWithIt() {
        cells.run("interface Base { int id(); }\nBase base = () -> 1;");
        cells.run("interface Base { int id(); Missing other(); }");
        cells.run("class Missing {}");
        assertThat(cells.value("base == null")).isEqualTo("true");
    }

    @Test
    void aVarOfAClassThatWasGoneIsOfTheNewOne() {
        cells.run(
                "interface Sh { int area(); }\nrecord Sq(int s) implements Sh { public int area() { return s; } }\nvar sq = new Sq(3);");
        cells.run("interface Sh { int area(); int more(); }");
        cells.value(
                "record Sq(int s) implements Sh { public int area() { return s; } public int more() { return 2; } }");
        assertThat(cells.printed()).contains("sq is null now, because Sq changed");
        cells.run("sq = new Sq(4);");
        assertThat(cells.value("sq.more()")).isEqualTo("2");
    }

    @Test
    void whatIsTriedInVainInOnePartOfACellComesBackInTheNext() {
        cells.run(
                "class W { int y() { return new Later().x; } int z() { return 1; } }\nclass V { int y() { return new Other().x; } int z() { return 1; } }");
        assertThat(
                        cells.value(
                                "int e = new W().z() + new V().z();\nclass V { int y() { return 7; } int z() { return 2; } }\nclass Later { int x = 4; }\nnew W().y()"))
                .isEqualTo("4");
    }

    /** JShell leaves it unusable; so does the JVM. */
    @Test
    void aClassWhoseInitialiserFailedIsMadeAnewWhenItsCellRunsAgain() {
        var cell =
                "class Table { static final int ROWS = 100 / size; static class In { static int v = ROWS; } }";
        cells.run("int size = 0;");
        cells.run(cell);
        assertThat(cells.failure("Table.In.v")).contains("/ by zero");
        assertThat(cells.failure("Table.ROWS")).contains("Table");
        cells.run("size = 4;");
        assertThat(cells.failure("Table.ROWS")).contains("Table");
        cells.run(cell);
        assertThat(cells.value("Table.ROWS + Table.In.v")).isEqualTo("50");
        cells.run(cell);
        assertThat(cells.value("Table.ROWS")).isEqualTo("25");
    }
}

package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Variables of cells that are taken for something else: for the type of their name, or for a constant. */
@Timeout(60)
class NamesOfVariablesTest {
    @Test
    void aTypeThatAVariableHidesIsToldByItsFullName() {
        try (var cells = new TestWorker()) {
            cells.run("int List = 5; String Math = \"x\"; int Own = 1; String kept = \"a\";");
            assertThat(cells.failure("List.of(1)"))
                    .contains(
                            "List is a variable that a cell declares, of type int, and hides the type: that is written java.util.List.")
                    .doesNotContain("String.valueOf");
            assertThat(cells.failure("Math.abs(-1)")).contains("that is written java.lang.Math.");
            assertThat(cells.failure("Own.of(1)")).contains("A value of a primitive type");
            assertThat(cells.failure("kept.lenght()")).contains("Did you mean length?");
            assertThat(cells.value("java.util.List.of(1)")).isEqualTo("[1]");
        }
    }

    @Test
    void wherePackageAndTypeAreHiddenNeitherIsAWayToTheOther() {
        try (var cells = new TestWorker()) {
            cells.run("int java = 3; int Math = 3;");
            assertThat(cells.failure("java.lang.Math.abs(-1)"))
                    .contains("java is a variable here, and hides the package. Give the variable")
                    .doesNotContain("import");
            assertThat(cells.failure("Math.abs(-1)"))
                    .contains("of type int, and hides the type. Give the variable");
            assertThat(cells.failure("java.util.List.of(1)"))
                    .contains("Write above: import java.util.List;");
        }
    }

    @Test
    void aTypeHidesAPackageToo() {
        try (var cells = new TestWorker()) {
            cells.run("class java { static int util = 5; }");
            for (var code :
                    new String[] {
                        "java.util.ArrayList<String> k = null;", "new java.util.ArrayList<String>()"
                    }) {
                assertThat(cells.failure(code))
                        .contains(
                                "java is a type here, and hides the package. Write above: import java.util.ArrayList;");
            }
            assertThat(cells.value("import java.util.ArrayList;\nnew ArrayList<String>()"))
                    .isEqualTo("[]");
        }
    }

    @Test
    void aFinalVariableOfAnEarlierCellIsNoConstant() {
        try (var cells = new TestWorker()) {
            cells.run("static final int LOW = 0, HIGH = 1; int more = 2;");
            assertThat(cells.failure("switch (more) { case HIGH: break; }"))
                    .contains(
                            "HIGH is a variable of the cell and no constant, though it is final.");
            assertThat(cells.failure("switch (more) { case more: break; }"))
                    .contains("with a variable compare by if");
        }
    }
}

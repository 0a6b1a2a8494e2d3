package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sealed type that lists nobody permits those of its own cell: as the cell is now, not as it was. */
@Timeout(60)
class SealedCellsTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    /** Plain Java says of each that it compiles. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed interface S {} record A(int n, int m) implements S {}",
                "sealed interface S {} record A(int n) implements S {} record B(int n) implements S {}",
                "sealed interface S {} record B(int n) implements S {} record C(A a) {} record A(int n) implements S, Comparable<A> { public int compareTo(A o) { return 0; } }",
                "sealed interface S {} sealed interface T extends S {} record A(int n) implements T {} record B() implements T {}",
                "sealed interface S {} final class A implements S { int n() { return 3; } A(int n) {} }",
                "sealed interface S {} non-sealed interface A extends S {}",
                "sealed interface S {} enum A implements S { X }"
            })
    void whatExtendsItMayBeChangedInItsCell(String changed) {
        cells.value("sealed interface S {} record A(int n) implements S {}");
        cells.value(changed);
        cells.value(changed);
        assertThat(cells.value("S.class.isSealed()")).isEqualTo("true");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void aCellThatIsRunAsItWasChangesNothing() {
        var cell =
                "sealed interface S {} record A(int n) implements S {} record B() implements S {}";
        cells.value(cell);
        cells.value("S kept = new A(3);");
        cells.value(cell);
        assertThat(cells.value("kept")).isEqualTo("A[n=3]");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void whatIsTakenOutOfItsCellIsNotPermittedAnyMore() {
        cells.value(
                "sealed interface S {} record A(int n) implements S {} record B() implements S {}");
        cells.value("sealed interface S {} record A(int n) implements S {}");
        assertThat(cells.printed()).contains("B is gone").doesNotContain("A is gone");
        assertThat(cells.value("S s = new A(3); s instanceof A a ? a.n() : 0")).isEqualTo("3");
        assertThat(cells.value("S.class.getPermittedSubclasses().length")).isEqualTo("1");
        assertThat(cells.failure("new B()")).contains("S fits it again");
        cells.value(
                "sealed interface S {} record A(int n) implements S {} record B() implements S {}");
        assertThat(cells.value("new B()")).isEqualTo("B[]");
    }

    @Test
    void whatExtendedItInAnotherCellIsNotPermittedByItsOwnOnes() {
        cells.value("sealed interface S permits A {}\nrecord A() implements S {}");
        cells.value("sealed interface S { record B(int n) implements S {} }");
        assertThat(cells.printed()).contains("A is gone");
        assertThat(cells.value("S.class.getPermittedSubclasses().length")).isEqualTo("1");
    }

    @Test
    void whatOnlyMentionsItIsLeft() {
        cells.value("sealed interface S {} record A(int n) implements S {}");
        cells.value(
                "class Box<T extends S> implements Comparable<S> { T t; public int compareTo(S o) { return 7; } }");
        cells.value("sealed interface S {} record A(int n, int m) implements S {}");
        assertThat(cells.value("new Box<A>().compareTo(new A(1, 2))")).isEqualTo("7");
        assertThat(cells.printed()).isEmpty();
    }
}

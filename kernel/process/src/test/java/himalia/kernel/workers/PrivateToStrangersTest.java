package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is private in the types of one cell and concerns no other, though a class is made of both. */
@Timeout(60)
class PrivateToStrangersTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    /** What is compiled anew, and what waited, comes to stand in one class with what other cells declare. */
    @Test
    void whatIsPrivateInATypeOfAnotherCellStaysSo() {
        var type =
                """
                class T extends Base { String h; T(Object o) { h = "obj"; } private T(int n) { h = "int"; }
                    private int p; private class In { } static String s(Object x) { return "open"; } private static String s(int n) { return "own"; } %s}""";
        cells.value("class Base { }");
        cells.value("String early() { return new T(1).h + T.s(1); }");
        cells.value(type.formatted(""));
        cells.value(
                "class U { String g() { return new T(1).h + T.s(1); } }\nString f() { return new T(1) { }.h; }");
        var asked = "early() + f() + new U().g()";
        assertThat(cells.value(asked)).isEqualTo("objopenobjobjopen");
        cells.value(type.formatted("int more; "));
        assertThat(cells.value(asked)).isEqualTo("objopenobjobjopen");
        assertThat(cells.value("class Base { int a = 1; }\nnew T(1).h + " + asked))
                .isEqualTo("objobjopenobjobjopen");
        assertThat(cells.failure("class Base { int a = 2; }\nnew T(1).p")).contains("private");
        assertThat(cells.failure("class Base { int a = 3; }\nnew T(1).new In()"))
                .contains("private");
        assertThat(cells.value("private class V { int k = 4; }\nnew V().k")).isEqualTo("4");
        cells.value("int k() { return new V().k; }");
        cells.value("private class V { int k = 5; int z; }");
        assertThat(cells.value("k()")).isEqualTo("5");
    }

    /** Of those nobody wrote the type. */
    @Test
    void aVariableMayBeOfATypeThatIsPrivateElsewhere() {
        var parser =
                "class Parser { %s private record Tok(String s) { } static java.util.List<Tok> lex(String s) { return java.util.List.of(new Tok(s)); } }";
        cells.value(parser.formatted(""));
        assertThat(cells.value("var toks = Parser.lex(\"a\");\ntoks.size()")).isEqualTo("1");
        cells.value(parser.formatted("int more;"));
        assertThat(cells.printed()).contains("toks is null now");
        assertThat(cells.value("toks == null")).isEqualTo("true");
    }

    /** As often as the cell runs, with and without an edit below. */
    @Test
    void whatStandsAboveAMagicSeesWhatStandsBelow() {
        var type =
                "class U { private int p = 4; String h; U(Object o) { h = \"obj\"; } private U(int n) { h = \"int\"; } U() { } %s}";
        for (var more : List.of("", "", "int more; ", "")) {
            cells.run(
                    "int f() { return new U().p; }\nString g() { return new U(1).h; }",
                    "%time 1",
                    type.formatted(more));
            assertThat(cells.value("f() + g()")).isEqualTo("4int");
        }
        assertThat(cells.value("String g() { return new U(1).h; }\ng()")).isEqualTo("obj");
    }

    @Test
    void aTypeOfWhoseNameAnotherOneIsTheBeginningSeesItself() {
        cells.value("class Base { }");
        cells.value("class A extends Base { }");
        cells.value(
                "class A$B extends Base { private int p = 3; class N { int q() { return p; } } }");
        assertThat(cells.value("class Base { int a; }\nnew A$B().new N().q()")).isEqualTo("3");
    }

    /** To the constructor that the compiler makes of it, Java lets it be private. */
    @Test
    void anAnonymousClassMayHandOnWhatIsOfAPrivateType() {
        cells.value("class Base { }");
        cells.value(
                "class T extends Base { private static class In { } static In in() { return new In(); } T(In i) { } }");
        cells.value("boolean made() { return new T(T.in()) { } != null; }");
        cells.value("class Base { int a; }");
        assertThat(cells.value("made()")).isEqualTo("true");
    }

    /** It runs in a cell of its own, then beside the type again. */
    @Test
    void aMethodSeesWhatItsOwnCellSees() {
        var type =
                "class T { String h; T(Object o) { h = \"obj\"; } private T(int n) { h = \"int\"; } }";
        var method = "String f() { return new T(1).h; }";
        assertThat(cells.value(type + "\n" + method + "\nf()")).isEqualTo("int");
        assertThat(cells.value(method + "\nf()")).isEqualTo("obj");
        assertThat(cells.value(type + "\n" + method + "\nf()")).isEqualTo("int");
        assertThat(cells.value(type + "\n" + method + "\nf()")).isEqualTo("int");
    }

    /** A declaration may go along with one of its own name, which once was an error of ours. */
    @Test
    void aClassThatWaitsBesideAMagicIsToldOnce() {
        cells.run(
                """
                class C1 { int h = 1; private C1(int i) { h = 25; } C1() { } int m2(int x) { return m1(x) + new I1() { }.d0(x); } }
                enum E0 { A, B(9) { }; private E0() { } private E0(int k) { } int w(int x) { return new C1().m2(x); } }""",
                "%time int tmp = 1;",
                "int f2(int x) { return E0.B.w(x); }\nnew C1() { }.h - new C1(4) { }.h");
        assertThat(cells.value("new C1().h")).isEqualTo("1");
        assertThat(cells.failure("f2(1)")).contains("m1(int)");
    }
}

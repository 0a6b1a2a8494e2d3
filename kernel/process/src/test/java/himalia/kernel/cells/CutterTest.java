package himalia.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutterTest {
    private static List<String> cut(String code) {
        return Cutter.cut(code).stream().map(Piece::source).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 5;",
                "int[] a = {1, 2};",
                "var f = (Runnable) () -> { int i = 0; };",
                "var o = new Object() { int x; };",
                "if (a) { b(); } else { c(); }",
                "if (a) b(); else c();",
                "if (a) { } else if (b) x = new int[] {1}; else { }",
                "for (int i = 0; i < 3; i++) { }",
                "for (var x : xs) if (x) { } else { }",
                "while (a) { }",
                "while (a);",
                "do { a(); } while (b);",
                "do a(); while (b);",
                "for (;;) do { } while (x);",
                "try { } catch (Exception e) { } finally { }",
                "try (var x = y()) { }",
                "switch (x) { case 1: break; default: }",
                "var s = switch (x) { case 1 -> { yield 2; } default -> 3; };",
                "if (a) y = switch (x) { default -> 3; };",
                "synchronized (x) { }",
                "outer: for (;;) { break outer; }",
                "{ int x = 1; }",
                "@Deprecated(since = \"1\") public static int f(int x) { return x; }",
                "<T extends Comparable<T>> T max(T a, T b) throws Exception { return a; }",
                "int[] f() { return null; }",
                "Map<String, List<Integer>> g(int... x) { return null; }",
                "public sealed interface S permits A, B { }",
                "record P(int x, int y) { P { } }",
                "record Q<T>(T x) { }",
                "enum E { A { }, B; }",
                "@interface I { int x() default 1; }",
                "synchronized void f() { }",
                "/** Doc. */ int f() { return 1; }",
                "var t = \"\"\"\n  a \"b\" ; }\n  \"\"\";",
                "char c = '\"';",
                "f(x -> { g(); }).h();",
                "new Thread(() -> { a(); }).start();",
                "throw new RuntimeException(\"}\");",
                "assert a : b;",
                "import static java.lang.Math.*;",
                "label: while (true) { break label; }"
            })
    void onePieceStaysOne(String code) {
        assertThat(cut(code)).containsExactly(code);
        assertThat(cut("a();\n" + code + "\nb()")).containsExactly("a();", code, "b()");
        assertThat(Cutter.cut(code)).allMatch(Piece::closed).noneMatch(Piece::broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(", "int f() {", "\"open", "a)", "x = 'a", "/* open", "{ a(); } }"})
    void whatIsNotWholeIsBroken(String code) {
        assertThat(Cutter.cut(code)).anyMatch(Piece::broken);
    }

    @Test
    void shapesAreSeen() {
        var code = "import a.B; class C {} int f() { return 1; } int x = f();";
        assertThat(Cutter.cut(code))
                .extracting(Piece::shape)
                .containsExactly(
                        Piece.Shape.IMPORT, Piece.Shape.TYPE, Piece.Shape.METHOD, Piece.Shape.CODE);
    }

    @Test
    void commentsAndLoneSemicolonsBelongToNone() {
        assertThat(cut("// a\n;; /* b */ x(); // c\n")).containsExactly("x();");
        assertThat(cut("// nothing")).isEmpty();
    }

    @Test
    void theLastPieceMayBeOpen() {
        assertThat(Cutter.cut("int x = 1; x + 1")).last().matches(piece -> !piece.closed());
        assertThat(Cutter.cut("new int[] {1, 2}")).singleElement().matches(p -> !p.closed());
    }

    @Test
    void bracketsInTextsAndCommentsAreNotCounted() {
        assertThat(Cutter.depth("f({ \"{{\", '(' // ((\n /* [ */")).isEqualTo(2);
        assertThat(Cutter.depth("f(); \"\"\"\n{(\n")).isZero();
        assertThat(Cutter.depth("} {")).isNegative();
    }
}

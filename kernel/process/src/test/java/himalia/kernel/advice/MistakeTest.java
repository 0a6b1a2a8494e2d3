package himalia.kernel.advice;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.javac.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that no Java has: what is marked, what is said of it, and what to write. */
class MistakeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    pubilc int z = 5;        | pubilc    | Java has no 'pubilc'         | Did you mean public?
                    retrun 5;                | retrun    | Java has no 'retrun'         | Did you mean return?
                    retrun new A();          | retrun    | Java has no 'retrun'         | Did you mean return?
                    else { f(); }            | else      | 'else' without 'if'       | An else follows its if at once, in the same cell: if (…) { … } else { … }. Look for a semicolon between them, or for several lines after the if without braces.
                    catch (Exception e) { }  | catch     | 'catch' without 'try'     | A catch follows its try at once, in the same cell: try { … } catch …
                    case 3: f();             | case      | 'case' outside of a switch | It stands in the braces of a switch: switch (value) { case … }.
                    if (a) { } elif (b) { }  | elif      | Java has no 'elif'        | Write else if, two words.
                    if (a) { } else (b) { }  | else      | 'else' takes no condition | Write else if (…) { … }.
                    if a > 3 { }             | if        | the condition of 'if' stands in parentheses | Write if (…) { … }.
                    for i in range(3)        | for       | what a 'for' goes through stands in parentheses | Write for (int i = 0; i < 10; i++) { … } to count, or for (var each : values) { … }.
                    def f(x):                | def       | Java declares no methods with 'def' | Write the type that the method returns, its name, and its parameters with types: int twice(int x) { return 2 * x; }. Where it returns nothing the type is void.
                    int class = 3;           | class     | 'class' is a word of Java's own, and no name | Choose another name, such as myclass.
                    String default = "a";    | default   | 'default' is a word of Java's own, and no name | Choose another name, such as mydefault.
                    void switch() { }        | switch    | 'switch' is a word of Java's own, and no name | Choose another name, such as myswitch.
                    List<String> new = null; | new       | 'new' is a word of Java's own, and no name | Choose another name, such as mynew.
                    int 2x = 3;              | 2x        | '2x' is no name: it begins with a digit | A name begins with a letter; digits may follow.
                    int my-var = 3;          | my-var    | 'my-var' is no name: - means minus | Names of several words are written in one: myName.
                    int my var = 3;          | my var    | 'my var' is no name: it has a blank in it | Names of several words are written in one: myName. Two variables have a comma between them.
                    public void static f() { } | void static | the words of 'void static' stand in the wrong order | The type stands last, right before the name: public static void name().
                    int static f() { }       | int static | the words of 'int static' stand in the wrong order | The type stands last, right before the name: public static void name().
                    public int int f() { }   | int int   | 'int int' is one type too many | One type stands before a name: take the other away.
                    void f(int) { }          | int       | a parameter has a name     | Write it behind the type: int value.
                    void f(int a, String) { } | String   | a parameter has a name     | Write it behind the type: String value.
                    record P(int a, b) { }   | b         | 'b' has no type            | Write it before the name: int b.
                    enum E(int v) { RED }    | (int v)   | an enum has no ( ) behind its name | What a constant is made with belongs to a field and a constructor inside of it: enum Size { S(1); final int cm; Size(int cm) { this.cm = cm; } }.
                    assert(1 == f(1), "a");  | ,         | a : stands before what an assert says | Write assert x > 0 : "x is " + x;
                    add(a: 1, b: 2);         | a:        | a value is given without a name | Write the values alone, in the order in which they are taken: f(1, 2).
                    int a[3];                | [3]       | a variable's declaration has no number of elements | Write int[] name = new int[3];
                    int[] a = int[3];        | int[3]    | 'new' is missing before int[3] | Write new int[3].
                    int[] a = [1, 2];        | [1, 2]    | Java writes no values in [ ] | An array is int[] name = {1, 2, 3}; a list is List.of(1, 2, 3).
                    a === 5                  | ===       | Java has no '==='         | Write ==; of texts and other objects a.equals(b).
                    a !== 5                  | !==       | Java has no '!=='         | Write !=; of texts and other objects !a.equals(b).
                    a => 3                   | =>        | Java has no '=>'          | Write >= for 'at least'; a lambda is written with ->.
                    a =< 3                   | =<        | Java has no '=<'          | Write <= for 'at most'.
                    a <> 3                   | <>        | Java has no '<>' between values | Write != for 'is not equal to'.
                    2 ** 3                   | **        | Java has no '**'          | Write Math.pow(a, b).
                    a > 3 && < 5             | < 5       | a comparison has a value on both sides | Write the name again: x > 3 && x < 5.
                    a and b                  | and       | Java has no 'and'         | Write && between two conditions.
                    a or b                   | or        | Java has no 'or'          | `Write || between two conditions.`
                    not a                    | not       | Java has no 'not'         | Write ! before the condition.
                    String s = “a”;          | “         | “ is no quote of Java's   | Write texts between straight quotes: "…". Quotes become curved when code is copied from a text document.
                    char c = ‘a’;            | ‘         | ‘ is no quote of Java's   | Write a character between straight quotes: 'x'.
                    # a comment              | #         | Java has no lines that begin with # | A comment begins with //; what C includes is imported: import java.util.*;
                    Object o = new Object;   | new Object | the parentheses are missing behind 'new Object' | Write new Object().
                    int y = f(1, 2)) + 3;    | )         | this ) closes nothing     | Take it away, or write ( where it should begin.
                    if (a) { b(); } }        | }         | this } closes nothing     | Take it away, or write { where it should begin.
                    int a; /* never closed   | /*        | a comment begins with /* and never ends | Write */ where it ends.
                    """)
    void aFormThatIsNoJavaIsNamed(String code, String marked, String message, String hint) {
        var found = Mistake.in(code, broken(code)).orElseThrow();
        assertThat(found.problem().message()).isEqualTo(message);
        assertThat(found.hint()).isEqualTo(hint);
        assertThat(code.substring((int) found.problem().start(), (int) found.problem().end()))
                .startsWith(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (a) { b(); }\nelse   if (c) { d(); }\nelse\n    if (e) { f(); }",
                "@Override public synchronized int f() { return 1; }",
                "@Nullable int x = 5; @Inject var y = 3;",
                "int a = NAMES[3]; String[] b = new String[3];",
                "Object o = a ? B : new C(1); boolean and = x; not(a);",
                "boolean and(int a) { return or(a) && !not (a); }",
                "List<Integer> l = new ArrayList<>(); Map<String, List<Integer>> m = new HashMap<>() { };",
                "for (int i = 0; i < 3; i++) { while (a) { b(); } }",
                "switch (a) { case 1 -> B; default -> C; }",
                "int[] a = {1, 2}; a[0] = b[1]; f(a[0], new int[] {1});",
                "Runnable r = () -> { }; int x = y >= 3 ? z : w; x >>= 2; x <<= 1;",
                "String s = \"int class = 3; a === b “x” #\"; // int class = 3\n/* else ** */ int c;",
                "interface A { default void f() { } } class B<T extends Comparable<T>> implements A { }",
                "for (var x : values) { f(x); }\nfor (double lambda : lambdas) g(lambda);",
                "double lambda = on ? 0.1 : 0; double mu = xs.mapToDouble(Double::doubleValue).sum();",
                "for (String name :\n        names) {\n    f(name);\n}",
                "switch (a) { default:\n int x = 1; f(x); }",
                "f(\"a\", \"b\" + \"c\"); enum E { A, B; } double d = 1; f(1,5);",
                "DoubleUnaryOperator[] fs = {Math::sin, Math::cos};",
                "int[] a = {1},\n      b = {2};",
                "@Command(\n        subcommands = {A.class})\nclass B { }",
                "if (a) { } else ((Foo) x).accept(new Bar() { });",
                "double r = dailyreturn[i]; boolean b = X instanceof Circle;",
                "class C { void m(C this, int x) { } }",
                "int a = 1\n; var s = Shape.class; Object t = this; if (o instanceof String text) { }",
                "do x++; while (x < 3);\nint def = 3, fun = def;",
                "Map<String, Integer> m = f(a, b); int a = 1, b = 2, c = a; f(x ? y : z, t[i]);",
                "int v = t[x ? 1 : 2]; switch (t[1]) { case 1: f(); } for (int x : t[2]) { }",
                "Object o = new int[]{1, 2}; p(new String[] {a, b}); new int[f(1, 2)][3];",
                "class A extends B<C, D> implements E, F { } class G<T extends H & I> extends J { }",
                "Map<A, B> m(int a, List<C> b) { } int[] f(final int x, String... y) { return x; }",
                "abstract int f(int a);\nstatic { g(); } int h() throws E { }",
                "new A(b) { void run() { } }; T t = make(a, b); if (x) { } public A(B b) { c = b; }",
                "private int count = 0; protected final Map<K, V> map; boolean b = c == d;",
                "switch (x) { case \"a\" -> 1; default -> \"b\"; } assert x : \"y\"; throw new A(\"b\");",
                "import java.util.List; int[][] g = new int[3][4]; int[][] h = new int[3][];",
                "try { f(); } catch (IOException | RuntimeException e) { } catch (final Error e) { }",
                "void f(int a, @Named(value = 1) int b) { int c = 1; String d = a; }",
                "f(\"a\", x); String s = \"a\" + x + \"b\"; if (o instanceof String t && t != x) { }",
                "Class<?> type = a; Class named() { return b; } abstract class C { } Enum e = f();",
                "list.forEach(x -> f(x)); for (var x : g(y)) { } for (int i = 0; i < 3; i++) h(5., 1.5);",
                "double d = 1.000; int a = 1_000_000; f(1, 200, 300); int[] b = {1,000};",
                "enum E { A { void f() { } }, B { } } sealed interface S permits T, U { } final class T implements S { }",
                "result = 5; public int z = 5; static final String s = f(); return true; points p; Finals f = g();",
                "assert(f(a, \"b\")); assert (a) : g(\"x\", \"y\"); void m(Map<String, Integer> n, int[] o) { }",
                "loop (i : 10) { }",
                "add(a: number, b: number): number { }",
                "enum E { A(1), B(2); E(int v) { } } int f(int v) { return v; }\nint g(String s) { return 1; }",
                "int f(int x) throws Exception { return switch (x) { default -> 1; }; }"
            })
    void whatIsJavaIsLeftAlone(String code) {
        assertThat(Mistake.in(code, broken(code))).isEmpty();
    }

    @Test
    void aFormIsBlamedOnlyWhereTheCompilerCouldNotRead() {
        var missing = List.of(new Problem("compiler.err.cant.resolve.location", "", 0, 3));
        assertThat(Mistake.in("a === 5", missing)).isEmpty();
        var elsewhere = List.of(new Problem("compiler.err.expected", "", 9, 10));
        assertThat(Mistake.in("a === 5\nint b", elsewhere)).isEmpty();
    }

    @Test
    @Timeout(10)
    void aLongTextIsLookedThroughInTime() {
        var blank =
                "/*" + "\n  word (word word word word word word word word".repeat(5_000) + "*/\n";
        var prose = "Note (" + "this cell reads ".repeat(40) + ")";
        for (var code : List.of(blank + "int x = ;", prose, "f(" + " ".repeat(50_000) + "{")) {
            Mistake.in(code, broken(code));
        }
    }

    /** As if the compiler could read no line. */
    private static List<Problem> broken(String code) {
        var problems = new ArrayList<Problem>();
        for (int at = 0; at >= 0 && at <= code.length(); ) {
            problems.add(new Problem("compiler.err.expected", "", at, at + 1));
            int newline = code.indexOf('\n', at);
            at = newline < 0 ? -1 : newline + 1;
        }
        return problems;
    }
}

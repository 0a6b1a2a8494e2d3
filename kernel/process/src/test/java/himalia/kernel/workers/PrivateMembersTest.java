package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell may do with the private members of its own types, however often it runs and whatever of it is compiled anew. */
@Timeout(60)
class PrivateMembersTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    /** Both stand in one class, as nested ones do: what sees it goes on seeing it, wherever it goes. */
    @Test
    void whatSeesAPrivateMemberOfItsOwnCellGoesOnSeeingIt() {
        cells.value("int k() { return 1; }\nclass Unit { int f = 2; }");
        cells.value(
                """
                class Acc { private int bal = 10; }
                int peek(Acc a) { return a.bal * k(); }
                class Bank { Unit u = new Unit(); int worth(Acc a) { return a.bal * u.f; } }
                var acc = new Acc();""");
        cells.value("int k() { return 1; }");
        assertThat(cells.value("peek(acc)")).isEqualTo("10");
        assertThat(cells.printed()).isEmpty();
        cells.value("int k() { return 2; }");
        assertThat(cells.value("peek(acc)")).isEqualTo("20");
        cells.value("class Unit { int f = 5; }");
        assertThat(cells.value("new Bank().worth(acc) + peek(acc)")).isEqualTo("70");
        assertThat(cells.printed()).doesNotContain("acc", "Acc", "cannot be used");
        assertThat(cells.failure("acc.bal")).contains("private");
    }

    @Test
    void aCellThatRunsAgainWithOnePartChangedSeesWhatIsPrivateInTheOthers() {
        var acc = "class Acc { private int bal = 10; private Acc self() { return this; } }\n";
        cells.value("int k() { return 1; }");
        cells.value(
                acc
                        + "int peek(Acc a) { return a.bal * k(); }\nint twice(Acc a) { return a.self().bal * k(); }");
        cells.value("var acc = new Acc();");
        cells.value(acc + "int peek(Acc a) { return (a.bal + 1) * k(); }");
        assertThat(cells.value(acc + "acc.bal++;\npeek(acc) + acc.bal")).isEqualTo("23");
        cells.value("int k() { return 2; }");
        cells.value("int k() { return 3; }");
        assertThat(cells.value("peek(acc) + twice(acc)")).isEqualTo("69");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.failure("acc.bal")).contains("private");
        cells.value(
                acc
                        + "java.util.function.Function<Acc, Acc> s = Acc::self;\nint own = new Acc().bal;");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.value("s.apply(acc) == acc")).isEqualTo("true");
    }

    /** Names like those of the members mean what they did. */
    @Test
    void whatIsOpenedToOneIsOpenedToNoOther() {
        cells.value("class K { static int v() { return 1; } }\nint count = 100;");
        cells.value(
                """
                class A { private final int id; private String name() { return "A"; } A(int id) { this.id = id; } }
                class C { String name() { return "C"; } }
                class B extends C {
                    private final int id;
                    B(int id) { this.id = id + K.v(); }
                    @Override String name() { return super.name() + K.v(); }
                    String see(A a) { return a.name() + a.id + name() + id; }
                }
                class Top { private int count = 7; }
                class Mid extends Top { }
                class Low extends Mid { int see(Top t) { return t.count * 1000 + count + K.v(); } }
                var a = new A(5);
                var top = new Top();""");
        cells.value("class K { static int v() { return 10; } static int w; }");
        assertThat(cells.value("new B(1).see(a)")).isEqualTo("A5C1011");
        assertThat(cells.value("new Low().see(top)")).isEqualTo("7110");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void privateConstructorsAndReferencesReachTheTypeWhereItIs() {
        cells.value("int k() { return 1; }");
        cells.value(
                """
                class One {
                    private static int made;
                    private final long n;
                    private One(long n) { this.n = n; made++; }
                    private long plus(int a, double b) { return n + a + (long) b; }
                    private static String say(One one) { return "n" + one.n; }
                    private class In { private int two() { return 2; } }
                    private static class Nested { final long v; private Nested(long v) { this.v = v; } }
                    private record Pair(int a, long b) { }
                    private One() { this(9); }
                    static One of() { return new One(40); }
                }
                long made(int a) { return new One(a > 3 ? new One(a).n : new One().n).plus(a, 2.5) * k(); }
                interface Sum { long of(int a, double b); }
                long referred(One one) { Sum f = one::plus; return f.of(1, 2) * k(); }
                String said() { return List.of(4L, 5L).stream().map(One::new).map(One::say).collect(java.util.stream.Collectors.joining()) + k(); }
                long inner(One one) { new One(); return one.new In().two() + new One.Nested(3).v + new One.Pair(1, 5).b() + k(); }
                var one = One.of();""");
        cells.value("int k() { return 2; }");
        assertThat(cells.value("made(4)")).isEqualTo("20");
        assertThat(cells.value("made(3)")).isEqualTo("28");
        assertThat(cells.value("referred(one)")).isEqualTo("86");
        assertThat(cells.value("said()")).isEqualTo("n4n52");
        assertThat(cells.value("inner(one)")).isEqualTo("12");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.failure("new One()")).contains("private access");
        assertThat(cells.failure("one.made")).contains("private");
    }

    /** What is open to all would be taken without an error, where a private member of its name fits better. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    class T { private int m(int x) { return x; } String m(Object o) { return "obj"; } } | new T().m(1)         | 1
                    class T { private int m(int x) { return x; } String m(Object o) { return "obj"; } } | int i = new T().m(4); i | 4
                    class T { private int m(int x) { return x; } String m(Object o) { return "obj"; } } | var r = new T().m(5); r + 1 | 6
                    class T { final String how; T(double v) { how = "double"; } private T(int v) { how = "int"; } } | new T(5).how | int
                    class T { private static String abs(int x) { return "int"; } static String abs(long x) { return "long"; } } | T.abs(3) | int
                    class P { String hi(Object o) { return "P"; } } class Q extends P { private String hi(String s) { return "Q"; } } | new Q().hi("a") | Q
                    interface I { private String f(int i) { return "I"; } default String f(Object o) { return "o"; } } class C implements I { } | I i = new C(); i.f(3) | I
                    enum E { A; private String f(int i) { return "E"; } String f(Object o) { return "o"; } } | E.A.f(3) | E
                    record R(int a) { private String f(int i) { return "R"; } String f(long o) { return "o"; } } | Stream.of(new R(1)).map(r -> r.f(2)).toList().get(0) | R
                    class T { private static class N { String f(int i) { return "N"; } } } | new T.N().f(2) | N
                    class T { private static class In { int q = 4; } In mk() { return new In(); } } | new T().mk().q | 4
                    class T { private class M { String u(int c) { return "int"; } private String u(char c) { return "char"; } } M m() { return new M(); } } | new T().m().u('x') | char
                    class T { private enum Col { RED, GREEN } Col c = Col.RED; } | switch (new T().c) { case RED -> "r"; case GREEN -> "g"; } | r
                    class T { private static final int TWO = 2; } | final int z; if (T.TWO == 2) z = 1; else z = 3; byte b = T.TWO; z + b | 3
                    class T { private byte b = 1; private String s = "a"; private int[] a = {1}; } | var t = new T(); t.b += 2; t.b++; t.s += t.b; t.a[0]--; t.s + t.a[0] | a40
                    """)
    void aPrivateMemberThatFitsBetterIsTakenEachTime(String types, String use, String value) {
        for (int i = 0; i < 3; i++) {
            assertThat(cells.value(types + "\n" + use)).as("run " + i).isEqualTo(value);
        }
        assertThat(cells.value(types + "\nvar more = 1;\n" + use)).isEqualTo(value);
    }

    @Test
    void aMethodThatIsCompiledAnewTakesThePrivateMemberThatFitsBetter() {
        cells.value("String k() { return \"a\"; }");
        cells.value(
                """
                class T { private String m(int x) { return "int"; } String m(Object o) { return "obj"; } }
                String go(T t) { return t.m(1) + k(); }
                var t = new T();""");
        cells.value("String k() { return \"b\"; }");
        assertThat(cells.value("go(t)")).isEqualTo("intb");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.value("t.m(1)")).isEqualTo("obj");
    }

    @Test
    void aCellThatMakesObjectsByAPrivateConstructorRunsAgainAndTheyStay() {
        var id =
                """
                class Id { private static int n = 0; private final int no; private Id() { no = ++n; } static Id next() { return new Id(); } int no() { return no; } }
                new Id().no""";
        assertThat(cells.value(id)).isEqualTo("1");
        cells.value("List<Id> ids = new ArrayList<>(List.of(Id.next(), Id.next()));");
        assertThat(cells.value(id)).isEqualTo("4");
        assertThat(cells.value("ids.get(1).no()")).isEqualTo("3");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void whatWaitsSeesAPrivateMemberOfItsOwnCellWhenItComesBack() {
        cells.value(
                "class Acc { private int bal = 10; }\nint read(Acc a) { return a.bal + fee(); }");
        cells.value("int fee() { return 3; }");
        assertThat(cells.value("read(new Acc())")).isEqualTo("13");
        cells.value(
                "record Box(int n) { private int twice() { return 2 * n; } }\n"
                        + "class Till { int read(Box b) { return b.twice() + tax(); } }");
        cells.value("int tax() { return 1; }");
        assertThat(cells.value("new Till().read(new Box(4))")).isEqualTo("9");
    }

    @Test
    void aCellWithAClassAndAUseOfItsPrivateMembersRunsAgain() {
        var cell =
                """
                class Acc { private int bal = 10; }
                record R(int v) { private int twice() { return 2 * v; } }
                enum E { A, B; private int code = 7; }
                class One { private One() { } int n = 4; }
                new Acc().bal + new R(3).twice() + E.A.code + new One().n""";
        for (int i = 0; i < 3; i++) {
            assertThat(cells.value(cell)).isEqualTo("27");
        }
    }

    /** A class that extends a type has no private member of it, and what is called so in a class around it is meant. */
    @Test
    void aSubclassSeesThemAndInheritsNone() {
        var circle =
                "class Circle { private double r = 2; private static int n; static int count() { return ++n; } double area() { return r * r; } }\n";
        cells.value("int r = 100;");
        cells.value(circle + "var c = new Circle();\nCircle.count()");
        assertThat(
                        cells.value(
                                circle
                                        + "class Disk extends Circle { double both(Circle c) { return c.r + ((Circle) this).r + r; } }\n"
                                        + "double area(Circle c) { return c.r; }\n"
                                        + "area(c) + new Disk().both(c) + Circle.count()"))
                .isEqualTo("108.0");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void aClassMayExtendWhatIsPrivateInATypeBesideIt() {
        var types =
                "class T { private interface N { int n(); } private static class Base { int b = 4; } static int made; T() { made++; } }\n";
        cells.value(types + "var t = new T();");
        assertThat(
                        cells.value(
                                types
                                        + "class In implements T.N { public int n() { return 3; } }\nnew In().n()"))
                .isEqualTo("3");
        assertThat(cells.value("t != null && T.made == 1")).isEqualTo("true");
        assertThat(cells.value(types + "class Sub extends T.Base { }\nnew Sub().b")).isEqualTo("4");
        assertThat(cells.printed()).contains("t is null now, because T changed");
    }

    /** What is compiled anew beside it sees it, what the cell says itself does not. */
    @Test
    void aCellSeesNothingPrivateOfTypesThatItOnlyHasCompiledAnew() {
        cells.value("int k() { return 1; }");
        cells.value(
                "class T { private String m(int x) { return \"int\"; } String m(Object o) { return \"obj\"; } private int p = 5; }\n"
                        + "String go(T t) { return t.m(1) + t.p + k(); }");
        assertThat(cells.value("int k() { return 2; }\nnew T().m(1) + go(new T())"))
                .isEqualTo("objint52");
        assertThat(
                        cells.failure(
                                "int k() { return 3; }\nclass Thief { int t(T t) { return t.p; } }"))
                .contains("private");
        assertThat(cells.value("go(new T())")).isEqualTo("int52");
    }

    @Test
    void whatIsNullIsSaidToBe() {
        var types =
                "class P { private String k = \"b\"; private int m() { return 1; } }\nP none = null;\n";
        cells.value(types + "1");
        assertThat(cells.failure(types + "none.k")).contains("Cannot read field \"k\" because");
        assertThat(cells.failure(types + "none.m()")).contains("Cannot invoke \"m()\" because");
    }

    /** The compiler looks at a whole class once more when it writes it: for what loops, resources and switches call. */
    @Test
    void whatIsCompiledAnewMayLoopAndSwitchOverPrivateTypes() {
        cells.value("int k() { return 1; }");
        cells.value(
                """
                class T {
                    private enum Col { RED, GREEN }
                    private static class Few implements Iterable<Integer> { public Iterator<Integer> iterator() { return List.of(1, 2).iterator(); } }
                    private static class Res implements AutoCloseable { static int closed; public void close() { closed++; } }
                    private static class M { int q = 4; }
                    static int made;
                    T() { made++; }
                }
                int colour() { switch (T.Col.GREEN) { case RED: return 1; default: return 10 * k(); } }
                int sum() { int s = 0; for (int i : new T.Few()) s += i; return s * k(); }
                int closed() { try (var r = new T.Res()) { } return T.Res.closed * k(); }
                int made() { Supplier<T.M> s = T.M::new; return s.get().q * k(); }
                var t = new T();""");
        cells.value("int k() { return 2; }");
        assertThat(cells.value("colour() + sum() + closed() + made()")).isEqualTo("36");
        assertThat(cells.value("T.made")).isEqualTo("1");
        assertThat(cells.printed()).isEmpty();
    }

    /** One type that must go along costs no other one its private members. */
    @Test
    void aPrivateConstructorOfASuperclassConcernsItsOwnTypeAlone() {
        var cell =
                """
                class T { private static class B { String how; private B(int n) { how = "int"; } B(Object o) { how = "obj"; } } }
                class V { private String m(int n) { return "own"; } String m(Object o) { return "open"; } }
                var v = new V();
                class S extends T.B { S() { super(1); } }
                new S().how + v.m(1)""";
        for (int i = 0; i < 3; i++) {
            assertThat(cells.value(cell)).isEqualTo("intown");
        }
        assertThat(cells.value(cell.replace("super(1)", "super(2)"))).isEqualTo("intown");
        cells.value("int k() { return 1; }");
        cells.value(
                """
                class A { String how; private A(int n) { how = "int"; } A(Object o) { how = "obj"; } }
                class D extends A { D() { super(1); } int k2() { return k(); } }""");
        cells.value("long k() { return 2; }");
        assertThat(cells.failure("new D().k2()")).contains("cannot be used");
        cells.value("int k() { return 3; }");
        assertThat(cells.value("new D().how + new D().k2()")).isEqualTo("int3");
        assertThat(cells.printed()).doesNotContain("v is null");
    }

    /** The parts of a cell around a magic are compiled one after the other. */
    @Test
    void partsOfACellSeeThePrivateMembersOfTheTypesAboveThem() {
        var cell =
                "class T { String h; T(Object o) { h = \"obj\"; } private T(int n) { h = \"int\"; } private int p = 4; private interface F { } }";
        var uses =
                List.of(
                        "new T(1).h + new T(2).p",
                        "new T(1) { }.h + 4",
                        "class S extends T implements T.F { S() { super(1); } }\nnew S().h + 4");
        for (var use : uses) {
            assertThat(cells.run(cell, "%time 1", use).toString()).as(use).contains("int4");
            assertThat(cells.run(cell, "%time 1", use).toString()).as(use).contains("int4");
        }
    }

    /** Another of its name says nothing of why. */
    @Test
    void aRefusedOverloadIsCalledPrivate() {
        cells.value(
                """
                class Bank { private Bank(int x) { } Bank() { } }
                class Ov { private int two(int a, Object b) { return 1; } int two(long a, String b) { return 2; } }""");
        assertThat(cells.failure("new Bank(3)"))
                .contains("Bank(int) has private access in Bank", "Hint: It is private");
        assertThat(cells.failure("class S extends Bank { S() { super(3); } }"))
                .contains("Bank(int) has private access in Bank");
        assertThat(cells.failure("new Ov().two(1, 2)"))
                .contains("two(int, Object) has private access in Ov")
                .contains("Hint: There is two(long, String).");
        assertThat(cells.failure("new Ov().two(true, 2)"))
                .contains("no method two takes (boolean, int)");
    }

    @Test
    void aNullBehindAPrivateFieldIsToldWithoutACutOffReason() {
        var cell = "class T { private String s; }\nnew T().s.length()";
        assertThat(cells.failure(cell)).contains("because");
        assertThat(cells.failure(cell))
                .contains("Cannot invoke \"String.length()\"")
                .doesNotContain("because");
    }

    @Test
    void whatIsPrivateAboveAClassIsReachedBySuper() {
        var cell =
                """
                class Tpl { private String run(int n) { return "<" + n + body() + ">"; } String body() { return "b"; } }
                new Tpl() {
                    String body() { return "x"; }
                    public String toString() {
                        java.util.function.IntFunction<String> made = super::run;
                        return super.run(1) + made.apply(2);
                    }
                }.toString()""";
        for (int i = 0; i < 3; i++) {
            assertThat(cells.value(cell)).isEqualTo("<1x><2x>");
        }
    }
}

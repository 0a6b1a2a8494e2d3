package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of what cannot be used, or is null, is true when it is said. */
class WaitingNotesTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    private String noted(String source) {
        cells.run(source);
        return cells.printed();
    }

    private String noted(String above, String below) {
        cells.run(above, "%time 1", below);
        return cells.printed();
    }

    private static String waits(String what, String missing) {
        return "[notice] " + what + " cannot be used until this is declared: " + missing + "\n";
    }

    @Test
    void ofATypeThoseMethodsAreNamedThatCannotBeUsed() {
        assertThat(noted("record A(int n) { int bad() { return undefinedThing; } }"))
                .isEqualTo(waits("bad() in A", "variable undefinedThing"));
        assertThat(cells.value("new A(3).n()")).isEqualTo("3");
        assertThat(cells.failure("new A(3).bad()"))
                .startsWith("Error: bad() in A cannot be used until this is declared: ");
        assertThat(
                        noted(
                                "class B { int[] a(int x)[] { return p(); } <T> T b(T x) throws Exception { p(); return x; } }"))
                .isEqualTo(waits("b() in B", "method p()").replace("b()", "a(), b()"));
        assertThat(
                        noted(
                                "class C { void a() { q(); } void b() { q(); } void c() { q(); } void d() { q(); } }"))
                .isEqualTo(waits("methods of C", "method q()"));
    }

    /** Plain JShell gives the compiler's error then. */
    @Test
    void whatWaitsForSomethingThatIsThereAndDoesNotFitSaysSo() {
        cells.run("sealed interface Shape permits Round {}");
        cells.run("final class Round {}");
        assertThat(cells.failure("Shape s = null;"))
                .contains(
                        "Hint: Shape cannot be used: it does not compile with class Round as declared now. Run the cell that declares it again, which says why.");
        cells.run("class W { int f() { return new Later().x; } }");
        cells.run("class Later {}");
        assertThat(cells.failure("new W().f()"))
                .startsWith(
                        "Error: f() in W cannot be used: it does not compile with class Later as declared now. ");
        cells.run("int g() { return h(3) + k; }");
        cells.run("int k = 4;");
        assertThat(cells.failure("g()"))
                .startsWith("Error: g cannot be used until this is declared: method h(int)\n");
        cells.run("String k = \"\"; int waitV() { return cfg.size(); }");
        cells.run("String cfg = \"abc\";");
        assertThat(cells.failure("waitV()"))
                .contains("does not compile with variable cfg as declared");
        cells.run("int useTool() { return tool(1, \"\"); }");
        cells.run("String tool(int a, String b) { return b; }");
        assertThat(cells.failure("useTool()")).contains("with method tool(int,String) as declared");
        cells.run("int fld() { return Cf.size; }");
        cells.run("class Cf { int size = 3; }");
        assertThat(cells.failure("fld()"))
                .contains("does not compile with variable Cf as declared");
        cells.run("final class Round implements Shape {}");
        cells.run("class Later { int x = 5; }");
        assertThat(cells.value("Shape s = new Round(); new W().f()")).isEqualTo("5");
    }

    @Test
    void aMethodOfWhichOnlyAnInnerBodyLacksSomethingCanBeCalled() {
        var source =
                "Runnable go() { return new Runnable() { public void run() { missingOne(); } }; }";
        assertThat(noted(source)).isEqualTo(waits("run() in go", "method missingOne()"));
        assertThat(cells.value("go() != null")).isEqualTo("true");
        assertThat(noted("int all() { return missingTwo(); }"))
                .isEqualTo(waits("all", "method missingTwo()"));
    }

    @Test
    void aVariableThatHoldsNothingIsNotSaidToBeNullAgain() {
        cells.run("record A(int n) {}\nA a = new A(2);\nA none;");
        assertThat(noted("record A(int n) { int m() { return 1; } }"))
                .contains("a is null now, because A changed")
                .doesNotContain("none");
        assertThat(noted("record A(int n) { int m() { return 2; } }")).isEmpty();
        cells.run("a = new A(4);");
        assertThat(noted("record A(int n) { int m() { return 3; } }"))
                .contains("a is null now, because A changed");
    }

    @Test
    void whetherAVariableHoldsAnythingIsNotAskedOfItsText() {
        cells.run(
                "class Loud { public String toString() { System.out.print(\"asked\"); return \"\"; } }\nLoud loud = new Loud();");
        assertThat(noted("class Loud { public String toString() { return \"\"; } }"))
                .contains("loud is null now")
                .doesNotContain("asked");
    }

    @Test
    void whatTheCellDeclaresBelowAMagicIsNotMissing() {
        assertThat(
                        noted(
                                "int go() { return new Crate().w + crate.w; }",
                                "class Crate { int w = 3; }\nCrate crate = new Crate();"))
                .isEmpty();
        assertThat(cells.value("go()")).isEqualTo("6");
        assertThat(noted("int two() { return one + other; }", "int one = 1;"))
                .isEqualTo(waits("two", "variable other"));
        cells.run("class P { int a; }\nint use(P p) { return p.a; }");
        assertThat(noted("class P { int b; }", "int use(P p) { return p.b; }")).isEmpty();
    }

    @Test
    void whatIsStillMissingIsToldThoughTheCellFails() {
        assertThat(noted("int go() { return later; }", "int x = 1 / 0;\nint later = 2;"))
                .isEqualTo(waits("go", "variable later"));
    }

    @Test
    void aTypeInsideOfOneBelowAMagicMayBeNamedAboveIt() {
        assertThat(
                        noted(
                                "Xo.Nest made() { return new Xo.Nest(); }\nint code() { return Xo.Nest.code; }",
                                "class Xo { static class Nest { static int code = 4; } }"))
                .isEmpty();
        assertThat(cells.value("code() + (made() == null ? 1 : 0)")).isEqualTo("4");
        assertThat(cells.failure("int no() { return Xu.Nest.code; }"))
                .contains("package Xu does not exist");
    }

    @Test
    void aClassBelowAMagicIsMeantWhereOneOfOursIsCalledSo() {
        var out = "class Out { private int w = 3; }\n";
        cells.run("int pay() { return new Out().w; }", "%time 1", out);
        assertThat(cells.value("pay()")).isEqualTo("3");
    }

    @Test
    void aClassThatWasNeverAnotherHasNotChanged() {
        assertThat(
                        noted(
                                "class C { static int n = 4; private C(int i) { } }",
                                "new C(4) { }.hashCode();"))
                .isEqualTo(
                        "[notice] C is a new class now, because what stands beside it in its cell uses what is private in it: its static fields start anew.\n");
        assertThat(
                        noted(
                                "class D { int m() { return nope(); } private D(int i) { } }",
                                "new D(4) { }.hashCode();"))
                .isEqualTo(waits("m() in D", "method nope()"));
    }

    @Test
    void anOverloadThatNobodyMayNameIsNotOffered() {
        cells.run(
                "class Box { private static int f(Object o) { return 1; } private static int f(String o) { return 1; } static int f(int o) { return 1; }\n"
                        + "private Box(int a) { } private Box(String a) { } Box(double[] a) { } }");
        assertThat(cells.failure("Box.f(new Object())"))
                .contains("f(Object) has private access in Box", "Hint: There is f(int).");
        assertThat(cells.failure("new Box(true)")).contains("Hint: There is Box(double[]).");
        assertThat(
                        cells.failure(
                                "class In { private int g(int a) { return 2; } int g(String a) { return 2; } }\nnew In().g(true)"))
                .contains("Hint: There is g(int), g(String).");
    }

    @Test
    void aNameBeforeTwoDotsIsHintedAtAsOneBeforeOne() {
        cells.run("enum Planet { EARTH(GRAV); final double g; Planet(double g) { this.g = g; } }");
        assertThat(cells.failure("Planet.EARTH.g"))
                .contains("Hint: Planet cannot be used until this is declared: variable GRAV.");
        cells.failure("Integer.parseInt(\"x\");\nvar cust = new int[3][4];");
        assertThat(cells.failure("cust.addr.city")).contains("declares cust, and failed");
        cells.printed();
        assertThat(noted("void land(Planet p) { }"))
                .contains("Planet cannot be used until this is declared: variable GRAV.");
    }

    @Test
    void aMethodOrAVariableThatIsMissingIsNoTypeOfJavasOwn() {
        assertThat(noted("int fa(int x) { return doubled(x) + floats.size() + shorts; }"))
                .isEqualTo(waits("fa", "method doubled(int), variable floats, variable shorts"));
        assertThat(cells.failure("fa(1)")).doesNotContain("Did you mean");
        assertThat(noted("boolaen fb() { return true; }")).contains("Did you mean boolean?");
    }

    @Test
    void aCellThatFailedDeclaresNothingThatStandsInItsBrackets() {
        cells.failure("for (int i = 0; i < 3; i++ { }");
        assertThat(cells.failure("for (i = 0; i < 3; i++) { }")).doesNotContain("declares i");
        cells.failure("class Half { int kept; void m() { int inner = 1;");
        assertThat(cells.failure("inner")).doesNotContain("declares inner");
        assertThat(cells.failure("new Half()")).contains("declares Half, and failed");
        cells.failure("fun f(x: Int): Int { return x + 1; }");
        assertThat(cells.failure("f = (x) -> x + 1")).doesNotContain("declares f");
    }

    @Test
    void anAnonymousClassIsNotCalledByAName() {
        cells.run(
                "abstract class T { abstract int make(); }\nvar t = new T() { int make() { return 1; } };");
        assertThat(cells.failure("t = new T() { int make() { return 2; } };"))
                .contains("cannot be converted to an anonymous class")
                .contains("Hint: It was declared with var")
                .doesNotContain("$");
    }

    @Test
    void ofSeveralMethodsOfANameTheOneIsNamedThatCannotBeUsed() {
        assertThat(
                        noted(
                                "int h(String s) { return 1; }\nint h(int x) { return nope(x); }\nint one(int x) { return nope(x); }"))
                .isEqualTo(waits("h(int)", "method nope(int)") + waits("one", "method nope(int)"));
        assertThat(cells.value("h(\"a\")")).isEqualTo("1");
        assertThat(cells.failure("h(1)")).startsWith("Error: h(int) cannot be used until this is ");
        cells.run(
                "int f() { return 1; }\nint g() { return 1; }\nint g(int x) { int y = f(); return x + y; }");
        assertThat(noted("String f() { return \"s\"; }")).startsWith("[notice] g(int) is gone: ");
        assertThat(cells.value("g()")).isEqualTo("1");
    }

    @Test
    void whatIsWaitedForIsSaidWhyItWaitsItself() {
        try (var cells = new TestWorker()) {
            cells.run("sealed interface W permits W1, W2 { }\nrecord W1() implements W { }");
            cells.run("record W2() { }");
            assertThat(cells.failure("new W1()"))
                    .contains(
                            "W1 cannot be used until this is declared: class W. W cannot be used: it does not compile with class W2 as declared now.");
        }
    }

    @Test
    void whatTheOneBeforeWaitedForIsNotSaidOfTheNewOne() {
        try (var cells = new TestWorker()) {
            cells.run("class Q { @Overide public String toString() { return \"\"; } }");
            cells.printed();
            cells.run("class Q { Q q = Q(); }");
            assertThat(cells.printed()).contains("new Q(").doesNotContain("Overide");
        }
    }

    @Test
    void aTypeWithTypesInItIsSeldomToComeWhereItHasTheLettersOfOne() {
        cells.printed();
        cells.run("Lsit<String> names;");
        cells.run("void counted() { Hashmap<String, Integer> counts; }");
        assertThat(cells.printed()).contains("Did you mean List?", "Did you mean HashMap?");
        cells.run("class Deck { Tile tile; Lots<String> lots; }");
        assertThat(cells.printed()).contains("until this is declared").doesNotContain("Hint");
    }
}

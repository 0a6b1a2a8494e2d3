package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a type holds, and not its objects, is not lost without a word. */
class StaticStateTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    private String noted(String source) {
        cells.run(source);
        return cells.printed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface T { List<Integer> ALL = new ArrayList<>(); Item make(); }",
                "enum T { X; int hits = 0; Item item; }",
                "class T { static final List<Integer> ALL = new ArrayList<>(); Item item; }",
                "class T { static class In { static int n; } Item item; }",
                "enum T { A, B; static T current = A; Item item() { return null; } }",
                "enum T { A { int hits = 0; }, B; Item item() { return null; } }",
                "class T { static final long START = System.nanoTime(); Item item; }",
                "record T(Item item) { static int[] all = new int[3]; }"
            })
    void aTypeThatIsMadeAnewIsSaidToLoseIt(String type) {
        cells.run("class Item { int p = 1; }\n" + type);
        assertThat(noted("class Item { int p = 2; }"))
                .isEqualTo(
                        "[notice] T is a new class now, because Item changed: its static fields start anew.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface T { int MOST = 3; Item make(); }",
                "enum T { X, Y; Item item() { return null; } }",
                "enum T { ADD(\"+\", (a, b) -> a + b); final String sign; final IntBinaryOperator f; T(String s, IntBinaryOperator f) { sign = s; this.f = f; } Item item() { return null; } }",
                "class T { static final Pattern WORD = java.util.regex.Pattern.compile(\"x\"); static final Comparator<String> BY = (a, b) -> 0; Item item; }",
                "class T { static final String NAME = \"n\"; static final double HALF = 0.5; Item item; int n; }"
            })
    void aTypeThatHoldsOnlyConstantsIsNot(String type) {
        cells.run("class Item { int p = 1; }\n" + type);
        assertThat(noted("class Item { int p = 2; }")).isEmpty();
    }

    @Test
    void aTypeInsideOfAMethodIsSaidToLoseIt() {
        cells.run(
                "class Item { int p = 1; }\nint next(Item item) { class Count { static int n = 0; } return ++Count.n; }");
        cells.run("next(new Item()); next(new Item());");
        assertThat(noted("class Item { int p = 2; }"))
                .isEqualTo(
                        "[notice] next is compiled anew, because Item changed: static fields of a type inside of it start anew.\n");
        assertThat(cells.value("next(new Item())")).isEqualTo("1");
        cells.run(
                "class T { int next(Item item) { record Count() { static int n = 0; } return ++Count.n; } }");
        assertThat(noted("class Item { int p = 3; }"))
                .contains("T is a new class now, because Item changed: its static fields");
    }

    @Test
    void aClassWithoutANameInsideOfAMethodIsSaidToLoseIt() {
        cells.run(
                "int hh() { return 0; }\nSupplier<Integer> mk() { return new Supplier<>() { static int n = 0; public Integer get() { return ++n + hh(); } }; }");
        cells.run("mk().get(); mk().get();");
        assertThat(noted("int hh() { return 10; }"))
                .contains(
                        "mk is compiled anew, because hh changed: static fields of a type inside");
        assertThat(cells.value("mk().get()")).isEqualTo("11");
    }

    @Test
    void aMethodWithATypeOfWhichABodyIsGoneIsNotGone() {
        cells.run(
                "int base0() { return 1; }\nint loc() { class L { int f() { return base0(); } int g() { return 7; } } return new L().g(); }");
        assertThat(noted("String base0() { return \"\"; }"))
                .contains("methods of loc cannot be used, which do not compile any more")
                .doesNotContain("loc is gone");
        assertThat(cells.value("loc()")).isEqualTo("7");
    }

    @Test
    void aTypeThatIsWholeAgainIsSaidToLoseIt() {
        cells.run("class T { static int n = 3; int go() { return later(n); } }");
        cells.run("T.n = 50;");
        cells.printed();
        assertThat(noted("int later(int x) { return x * 2; }"))
                .isEqualTo(
                        "[notice] T is a new class now, because later fits it now: its static fields start anew.\n");
        assertThat(cells.value("T.n")).isEqualTo("3");
        cells.run("String later(int x) { return \"\"; }");
        assertThat(cells.printed()).contains("T is a new class now, because later changed");
        assertThat(noted("int later(int x) { return x; }"))
                .contains("T is a new class now, because later fits it now");
    }

    @Test
    void aTypeThatWasGoneAndComesBackIsSaidToLoseIt() {
        cells.run(
                "class Base { int p; }\nclass K { static List<Integer> all = new ArrayList<>(); Base b; }");
        assertThat(noted("class Base { Missing f; }")).contains("K is gone");
        assertThat(noted("class Missing { }"))
                .contains("K is a new class now, because ")
                .contains(": its static fields start anew.")
                .doesNotContain("Base is a new class");
    }

    @Test
    void aNewProcessIsSaidToLoseIt() {
        cells.run(
                "int base = 1;\nclass Reg { static List<String> names = new ArrayList<>(); int b = base; }\nenum Plain { A }");
        var killed =
                "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor();\nThread.sleep(9_000);";
        assertThat(cells.failure(killed))
                .contains("Lost variables: base. ", " Static fields start anew in Reg.");
    }

    @Test
    void theCauseIsWhatTheCellDeclares() {
        cells.run(
                """
                interface Visitor<R> { R visitB(NB b); }
                abstract class Nd { abstract <R> R accept(Visitor<R> v); }
                class NB extends Nd { <R> R accept(Visitor<R> v) { return v.visitB(this); } }
                Nd nd = new NB();
                """);
        assertThat(noted("class NB extends Nd { <R> R accept(Visitor<R> v) { return null; } }"))
                .startsWith("[notice] nd is null now, because NB changed, and Nd with it: ");
        cells.run(
                "class Cust { List<Order> orders; static int n; }\nclass Order { Prod p; }\nclass Prod {}");
        assertThat(noted("class Prod { int f; }"))
                .isEqualTo(
                        "[notice] Cust is a new class now, because Prod changed: its static fields start anew.\n");
    }

    @Test
    void whyAMethodDoesNotCompileIsSaidWithTheWaysOut() {
        cells.run(
                """
                enum Lvl { LO, HI }
                String say(Lvl l) { return switch (l) { case LO -> "low"; case HI -> "high"; }; }
                """);
        cells.printed();
        assertThat(noted("enum Lvl { LO, HI, MAX }"))
                .contains(
                        "say is gone: it does not compile any more, because Lvl changed; it comes back once Lvl fits it again (the switch expression does not cover all possible input values)");
        assertThat(cells.failure("say(Lvl.LO)"))
                .startsWith(
                        "Error: say cannot be used until Lvl fits it again, or until say is declared anew (it stopped compiling with: the switch expression does not cover all possible input values)");
        cells.run("String say(Lvl l) { return \"\" + l; }");
        assertThat(cells.value("say(Lvl.MAX)")).isEqualTo("MAX");
    }
}

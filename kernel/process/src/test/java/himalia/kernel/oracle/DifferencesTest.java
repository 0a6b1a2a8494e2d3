package himalia.kernel.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.oracle.Told.Ending;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What differs from JShell on purpose: each test is a line of {@code docs/guide/differences.md}. */
@Timeout(60)
class DifferencesTest {
    private static KernelSession kernel;
    private static JShellProcess jshell;

    @BeforeAll
    static void start() throws Exception {
        kernel = new KernelSession();
        jshell = new JShellProcess(Redefining.ALL);
    }

    @AfterAll
    static void stop() throws Exception {
        kernel.close();
        jshell.close();
    }

    @BeforeEach
    void reset() {
        kernel.reset();
    }

    /** Runs cells in both, and returns what the last came to in the kernel; in JShell it came to something else. */
    private static Told differing(String... cells) {
        Told told = new Told(Ending.FINE, "", "", "");
        for (var cell : cells) {
            told = kernel.run(cell);
        }
        var theirs =
                jshell.ask(new Sequence("differs", List.of(cells)), 1)
                        .join()
                        .get(0)
                        .told(cells.length - 1);
        assertThat(told).as("JShell does the same").isNotEqualTo(theirs);
        return told;
    }

    private static String value(Told told) {
        assertThat(told.ending()).as(told.thrown()).isEqualTo(Ending.FINE);
        return told.value();
    }

    @Test
    void assignmentsAndWhatEndsInASemicolonShowNothing() {
        kernel.run("int x = 1;");
        assertThat(value(kernel.run("x = 6"))).isEmpty();
        assertThat(value(kernel.run("x;"))).isEmpty();
        assertThat(value(kernel.run("x += 1"))).isEqualTo("7");
    }

    @Test
    void aCellMayNameWhatItDeclaresBelow() {
        assertThat(value(differing("int n = twice(4);\nint twice(int a) { return 2 * a; }\nn")))
                .isEqualTo("8");
    }

    @Test
    void whatStandsBelowALineThatThrowsIsNotDeclared() {
        kernel.run("int old() { return 1; }");
        var told =
                kernel.run(
                        "int above = 3;\nInteger.parseInt(\"q\");\nint below = 4;\nint old() { return 2; }");
        assertThat(told.ending()).isEqualTo(Ending.THREW);
        assertThat(value(kernel.run("above * 10 + old()"))).isEqualTo("31");
        assertThat(kernel.run("below").ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void linesOfACellNeedTheirSemicolons() {
        assertThat(differing("int n = 3\nn + 1").ending()).isEqualTo(Ending.REFUSED);
        assertThat(value(kernel.run("int n = 3;\nn + 1"))).isEqualTo("4");
    }

    @Test
    void aReturnOutsideOfAMethodIsRefused() {
        var told = differing("int n = 1;\nreturn n;");
        assertThat(told.ending()).isEqualTo(Ending.REFUSED);
        assertThat(kernel.run("n").ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void anAbstractMethodOutsideOfAClassIsRefused() {
        var told = differing("int before = 1;\nabstract int size();");
        assertThat(told.ending()).isEqualTo(Ending.REFUSED);
        assertThat(kernel.run("before").ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void aNumberBehindADollarIsTheValueOfThatCell() {
        kernel.run("\"first\"");
        int count = kernel.cells();
        kernel.run("\"second\"");
        assertThat(kernel.run("$" + count + ".length()").value()).isEqualTo("5");
        assertThat(kernel.run("$ + 1").value()).isEqualTo("6");
    }

    @Test
    void nothingOfACellIsRunThatDoesNotCompile() {
        var told = differing("int a = 1;", "a = 2; System.out.println(a);\nint b = \"x\";");
        assertThat(told.ending()).isEqualTo(Ending.REFUSED);
        assertThat(told.printed()).isEmpty();
        assertThat(kernel.run("a").value()).isEqualTo("1");
    }

    @Test
    void aDeclarationThatDoesNotCompileKeepsTheOneBefore() {
        assertThat(
                        value(
                                differing(
                                        "class C { int v() { return 1; } }",
                                        "class C { int v() { return \"\"; } }",
                                        "new C().v()")))
                .isEqualTo("1");
    }

    @Test
    void aWordInSmallLettersThatNobodyDeclaredIsNoType() {
        var told = differing("int kept = 7;", "del kept");
        assertThat(told.ending()).isNotEqualTo(Ending.FINE);
        assertThat(value(kernel.run("kept"))).isEqualTo("7");
    }

    @Test
    void aVariableKeepsItsValueThoughItsInitialiserWouldNotCompileAnyMore() {
        assertThat(
                        value(
                                differing(
                                        "record P(int x) {}",
                                        "var n = new P(7).x();",
                                        "record P(int x, int y) {}",
                                        "n")))
                .isEqualTo("7");
    }

    @Test
    void aRecordsConstructorNeedNotBePublic() {
        assertThat(
                        value(
                                differing(
                                        "record Range(int lo, int hi) { Range { if (lo > hi) throw new IllegalArgumentException(); } }",
                                        "new Range(1, 2).hi()")))
                .isEqualTo("2");
    }

    @Test
    void assertionsAreOn() {
        var told = kernel.run("assert 1 > 2 : \"as JShell with -R-ea\";");
        assertThat(told.thrown()).contains("AssertionError");
    }

    @Test
    void aVariableIsNotUsedBeforeItsLine() {
        var told = differing("int n = 1;", "int m = later + 1;\nint later = 5;");
        assertThat(told.ending()).isEqualTo(Ending.REFUSED);
        assertThat(kernel.run("System.out.println(k); int k = 5;").ending())
                .isEqualTo(Ending.REFUSED);
    }

    @Test
    void aFinalVariableIsNotAssignedAgain() {
        assertThat(differing("final int F = 3;", "F = 4;").ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void aTypeThatWaitsCanBeUsedAsFarAsItGoes() {
        assertThat(
                        value(
                                differing(
                                        "enum E { RED; int later() { return missing(); } }",
                                        "E.RED.ordinal()")))
                .isEqualTo("0");
        assertThat(kernel.run("E.RED.later()").thrown()).contains("missing");
    }

    @Test
    void aClassOfWhichABodyDoesNotCompileAnyMoreKeepsTheRest() {
        var told =
                differing(
                        "int c(int a) { return 1; }",
                        "class D { static int made = 4; int get() { return java.util.stream.IntStream.of(c(1)).sum(); } }",
                        "long c(int a) { return 2; }",
                        "D.made");
        assertThat(value(told)).isEqualTo("4");
        assertThat(kernel.run("new D().get()").thrown()).contains("D cannot be used until c fits");
    }

    @Test
    void aCellSeesWhatIsPrivateInItsOwnClasses() {
        var declared = "class Safe { private int secret = 42; }\n";
        assertThat(value(differing(declared + "new Safe().secret"))).isEqualTo("42");
        assertThat(kernel.run("new Safe().secret").ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void theClassesOfCellsAreNoResources() {
        assertThat(
                        value(
                                differing(
                                        "class A {}",
                                        "A.class.getClassLoader().getResource(A.class.getName().replace('.', '/') + \".class\") == null")))
                .isEqualTo("true");
    }

    @Test
    void aStreamSaysWhatItIs() {
        assertThat(value(differing("java.util.stream.Stream.of(1)"))).contains("toList");
    }

    @Test
    void anObjectWithoutWordsOfAnAnonymousClassIsCalledSo() {
        assertThat(value(differing("new Object() {}"))).startsWith("anonymous class@");
    }

    @Test
    void aNameOfTheLibraryWaitsForNoClassOfOnesOwn() {
        var office = "class Office { String first(Job j) { return j.label; } }";
        var told = differing(office);
        assertThat(told.ending()).isEqualTo(Ending.REFUSED);
        assertThat(told.thrown())
                .contains("Job is himalia.magics.spi.Job here, which needs no import")
                .contains("declare that first");
        kernel.run("class Job { String label = \"own\"; }");
        kernel.run(office);
        assertThat(value(kernel.run("new Office().first(new Job())"))).isEqualTo("own");
    }

    @Test
    void ofAnImportAndAClassTheOneThatCameLastIsMeant() {
        var own = "class Date { String own = \"own\"; }";
        var imported = "import java.util.Date;\nnew Date(0).getTime()";
        assertThat(value(differing(own, imported))).isEqualTo("0");
        assertThat(value(kernel.run("new Date(7).getTime()"))).isEqualTo("7");
        assertThat(value(differing("import java.util.Date;", own, "new Date().own")))
                .isEqualTo("own");
        assertThat(value(kernel.run(own + "\nnew Date().own"))).isEqualTo("own");
    }

    @Test
    void aValueOfAnAnonymousClassHasWhatItsSupertypeHas() {
        kernel.run("new Object() { int q = 7; public String toString() { return \"own\"; } }");
        int count = kernel.cells();
        assertThat(value(kernel.run("$" + count + ".toString()"))).isEqualTo("own");
        assertThat(kernel.run("$" + count + ".q").ending()).isEqualTo(Ending.REFUSED);
        assertThat(value(kernel.run("var v = new Object() { int q = 7; };\nv.q"))).isEqualTo("7");
        var two =
                differing(
                        "<A, B, C> C both(A a, java.util.function.Function<A, B> f, java.util.function.Function<B, C> g) { return g.apply(f.apply(a)); }",
                        "var held = both(\"a\", a -> new Object() { String s = a; }, b -> new ArrayList<String>(5) { String s = b.s; });",
                        "held.s");
        assertThat(two.ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void theThreadsLoaderIsThatOfTheCellsClasses() {
        var own = "C.class.getClassLoader() == Thread.currentThread().getContextClassLoader()";
        assertThat(value(differing("class C { }", own))).isEqualTo("true");
    }

    @Test
    void aPackageLineIsLeftOut() {
        assertThat(value(differing("package shapes;\nclass Sq { int a = 4; }", "new Sq().a")))
                .isEqualTo("4");
    }

    @Test
    void aClassMayBeCalledObject() {
        var declared = "class Object { int n = 3; }";
        assertThat(value(differing(declared, "new Object().hashCode() != 0"))).isEqualTo("true");
        assertThat(value(kernel.run("var o = new Object();\no.n"))).isEqualTo("3");
        assertThat(value(kernel.run("new Object().toString()"))).startsWith("Object@");
    }

    @Test
    void aMethodMayBeSynchronized() {
        assertThat(value(differing("synchronized int f() { return 3; }", "f()"))).isEqualTo("3");
    }

    /** Not asked of JShell, whose process it would end. */
    @Test
    void anExitIsThrownAndEndsTheCell() {
        var caught =
                kernel.run(
                        "int kept = 1;\ntry { System.exit(1); } catch (Throwable t) { kept = 2; }\nkept");
        assertThat(value(caught)).isEqualTo("2");
        var ended =
                kernel.run(
                        "try { System.exit(1); } catch (Exception e) { kept = 3; } finally { kept += 10; }\nkept = 0;");
        assertThat(ended.ending()).isEqualTo(Ending.THREW);
        assertThat(value(kernel.run("kept"))).isEqualTo("12");
    }
}

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
    void aVariableOfATypeThatTheCellNeverCameToIsNotSaidToBeNull() {
        cells.run("class C { int k = 1; }\nC c = new C();\nc.k = 5;");
        assertThat(cells.failure("Integer.parseInt(\"x\");\nclass C { int k = 1; int z; }"))
                .contains("NumberFormatException");
        assertThat(cells.value("c.k")).isEqualTo("5");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.failure("class C { int z; }\nInteger.parseInt(\"x\");"))
                .contains("NumberFormatException");
        assertThat(cells.value("c == null")).isEqualTo("true");
        assertThat(cells.printed()).contains("c is null now, because C changed");
    }

    @Test
    void whatTheCellNeverCameToHasNotChanged() {
        cells.run("class B { }\nclass D extends B { static int n = 5; }");
        cells.run("D.n = 6;");
        cells.failure("Integer.parseInt(\"x\");\nclass B { int z; }");
        assertThat(cells.value("D.n")).isEqualTo("6");
        assertThat(cells.printed()).isEmpty();
        cells.failure("class B { int z; }\nInteger.parseInt(\"x\");");
        assertThat(cells.value("D.n")).isEqualTo("5");
        assertThat(cells.printed()).contains("its static fields start anew");
    }

    /** The cell is two classes, since it declares a variable twice; the second would set what the first has reset. */
    @Test
    void aVariableThatTheCellWouldHaveSetFurtherDownIsSaidToBeNull() {
        cells.run("class C { int k; }\nC c = new C();");
        cells.failure(
                "class C { int z; }\nint a = 1;\nint a = Integer.parseInt(\"x\");\nC c = new C();");
        assertThat(cells.value("c == null")).isEqualTo("true");
        assertThat(cells.printed()).contains("c is null now, because C changed");
    }

    @Test
    void aVariableThatIsLostWithTheProcessIsNotSaidToBeNull() {
        cells.run("class C { int k; }\nC c = new C();");
        var killed =
                "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor();\nThread.sleep(9_000);";
        assertThat(cells.failure("int n = 1;\nclass C { int z; }\n" + killed))
                .contains("Lost variables: n, c");
        assertThat(cells.failure("c")).contains("c was lost");
        assertThat(cells.printed()).isEmpty();
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
    void aVariableOfAnAnonymousClassGoesWithItsSuperclass() {
        cells.run("class Bar { int v() { return 1; } class In { } }");
        cells.run(
                "var anon = new Bar() { int z = 5; int zz() { return z + v(); } };\nvar in = new Bar().new In() { int q = 2; };");
        assertThat(cells.value("anon.zz() + in.q")).isEqualTo("8");
        cells.run("class Bar { int v() { return 2; } int more = 7; class In { } }");
        assertThat(cells.value("anon == null && in == null")).isEqualTo("true");
        assertThat(cells.printed())
                .contains(
                        "anon is null now, because Bar changed: what it held goes with the old Bar.")
                .doesNotContain("$");
        cells.run("anon = null;");
    }

    @Test
    void aVarOfAClassThatWaitedIsOfTheNewOne() {
        cells.run("class M { int v = 4; }\nvar m = new M();\nvar all = List.of(m);");
        cells.run("class M { Missing f; int v = 5; }");
        cells.run("class Missing {}");
        assertThat(cells.printed())
                .contains("m is null now, because M changed")
                .contains("all is null now, because M changed");
        cells.run("m = new M();\nall = List.of(m);");
        assertThat(cells.value("all.get(0).v")).isEqualTo("5");
    }

    /** A variable of the name of a field of it has nothing to do with it. */
    @Test
    void whatLacksSomethingKeepsItsObjectsUntilThatIsThere() {
        cells.run(
                "class Pup { static int born; int age = 2; Pup() { born++; } void bark() { sound(age); } }\nvar rex = new Pup();\nrex.age = 7;");
        cells.run("int age = 1;");
        cells.run("String age = \"seven\";");
        assertThat(cells.value("rex.age + Pup.born")).isEqualTo("8");
        assertThat(cells.printed()).doesNotContain("rex is null").doesNotContain("age changed");
        cells.run("void sound(int years) { System.out.println(years + \" years\"); }");
        cells.run("rex = new Pup();\nrex.bark();");
        assertThat(cells.printed()).contains("2 years");
    }

    @Test
    void whatHidesAnImportSaysNothingOfWhatDoesNotCompileAnyhow() {
        cells.run("import static java.lang.Math.*;");
        cells.run("class D { int v; }\nint use(D d) { return d.v; }");
        cells.run("class D { int w; }");
        assertThat(cells.printed()).contains("use is gone");
        cells.run("int d = 0;");
        assertThat(cells.printed()).doesNotContain("because d changed");
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

    @Test
    void aVariableComesBackOnceItsClassFitsItAgain() {
        cells.run("class Gen<T> { T v; }\nGen<String> gs = new Gen<>();");
        cells.printed();
        cells.run("class Gen<A, B> { A a; }");
        assertThat(cells.printed())
                .contains(
                        "gs is gone: it does not compile any more, because Gen changed; it comes back");
        assertThat(cells.failure("gs")).contains("gs");
        cells.run("int other = 1;");
        cells.run("class Gen<T> { T v; }");
        assertThat(cells.value("gs == null")).isEqualTo("true");
        cells.run("gs = new Gen<String>();");
        assertThat(cells.value("gs.v")).isEqualTo("null");
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

    /** Types that are not there are all the same to the compiler, and so are methods that take them. */
    @Test
    void methodsOfOneNameWaitForTheTypesOfTheirParameters() {
        var visitor = "interface Visitor { void visit(Leaf l); void visit(Branch b);";
        cells.value(visitor + " }");
        cells.value("class Leaf { void accept(Visitor v) { v.visit(this); } }");
        cells.value("class Branch { void accept(Visitor v) { v.visit(this); } }");
        cells.value(visitor + " void visit(Nil n); }");
        assertThat(cells.printed())
                .contains("Visitor cannot be used until this is declared: class Nil");
        cells.value("class Nil { void accept(Visitor v) { v.visit(this); } }");
        cells.value(
                """
                class Names implements Visitor {
                    String seen = "";
                    public void visit(Leaf l) { seen += "leaf "; }
                    public void visit(Branch b) { seen += "branch "; }
                    public void visit(Nil n) { seen += "nil "; }
                }
                var names = new Names();
                new Leaf().accept(names); new Branch().accept(names); new Nil().accept(names);""");
        assertThat(cells.value("names.seen")).isEqualTo("leaf branch nil ");
    }

    /** The type between compiles all the while, as an abstract class does. */
    @Test
    void aSlipAtTheTopThatIsMendedCostsNothingTwoLevelsBelow() {
        var mended = "interface Shape { String name(); }";
        cells.value(mended);
        cells.value(
                "abstract class Named implements Shape { public String name() { return \"n\"; } }");
        cells.value("class Circle extends Named { }");
        cells.value("class Pair { static Shape of() { return new Circle(); } }");
        cells.value("interface Shape { String name(); int sides(); }");
        assertThat(cells.failure("Pair.of()")).contains("Pair cannot be used");
        cells.value(mended);
        assertThat(cells.value("Pair.of().name()")).isEqualTo("n");
    }

    @Test
    void aSealedTypeWaitsForAnotherThatItPermits() {
        cells.value("sealed interface Shape permits Dot {}");
        cells.value("record Dot(int x) implements Shape {}");
        cells.value("sealed interface Shape permits Dot, Line {}");
        assertThat(cells.printed())
                .contains("Shape cannot be used until this is declared: class Line");
        cells.value("record Line(int y) implements Shape {}");
        assertThat(cells.value("List.<Shape>of(new Dot(1), new Line(2)).size()")).isEqualTo("2");
    }

    @Test
    void aClassThatComesAgainUnchangedIsMeantAndNotTheImportBetween() {
        cells.value("class Date { int x = 3; }");
        cells.value("import java.util.Date;");
        assertThat(cells.value("class Date { int x = 3; }\nnew Date().x")).isEqualTo("3");
    }

    @Test
    void aVariableWithoutAWrittenTypeDoesNotComeBackAsOneOfAClassThatIsGone() {
        cells.value("class Box<T> { T v; }\nvar held = new Box<String>();");
        cells.value("class Box<T extends Number> { T v; }");
        assertThat(cells.printed()).contains("held is gone: it does not compile any more");
        assertThat(cells.failure("held"))
                .contains("Hint: held cannot be used until Box fits it again");
        cells.value("class Box<T> { T w; }");
        assertThat(cells.value("held == null")).isEqualTo("true");
    }
}

package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of packages and types that are not there, that are no values, and that a variable hides. */
@Timeout(60)
class NamesOfPackagesTest {
    private static TestWorker cells;
    private static TestWorker hidden;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value(
                "class Outer { static class Inner { static class Deep { } } int w; }\nint util = 1;");
        hidden = new TestWorker();
        hidden.value("String com = \"x\";\nint org = 1;\nString java = \"x\";\nclass Mine { }");
    }

    @AfterAll
    static void stop() {
        cells.close();
        hidden.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    java.util                           | java.util is a package, and no value: behind its dot stands a type of it.
                    java                                | java is a package, and no value: behind its dot stands a type of it.
                    java.util.foo()                     | java.util is a package, and has no foo: behind its dot stands a type of it.
                    java.util.List                      | List is a type, and no value: its objects are made of a class that extends or implements it.
                    Map.Entri<String, Integer> e = null; | Did you mean Map.Entry?
                    Map.Entyr e = null;                 | Did you mean Map.Entry?
                    Map.Entri.comparingByKey()          | Did you mean Map.Entry?
                    Map.Other e = null;                 | Map has no type Other; it has Entry.
                    import java.util.Map.Entrie;        | Did you mean Map.Entry?
                    Outer.Inner.Dep d = null;           | Did you mean Outer.Inner.Deep?
                    Thread.Stat s = null;               | Did you mean Thread.State?
                    Character.UnicodeBlok b = null;     | Did you mean Character.UnicodeBlock?
                    Outer.Iner i = null;                | Did you mean Outer.Inner?
                    java.lang.Maths.abs(2)              | Did you mean java.lang.Math?
                    import java.lang.Maths;             | Did you mean java.lang.Math?
                    import static java.lang.Maths.*;    | Did you mean java.lang.Math?
                    import java.nio.Files;              | There is no type Files in java.nio; Files alone, without import, is java.nio.file.Files.
                    import java.util.Color;             | Did you mean java.awt.Color?
                    import java.util.Lisst;             | Did you mean java.util.List?
                    import java.util.concurent.Future;  | Did you mean java.util.concurrent?
                    import java.concurrent.Future;      | Did you mean java.util.concurrent.Future?
                    import java.core.List;              | Did you mean java.util.List?
                    import java.zzzzzzz.Nothing;        | There is no package java.zzzzzzz here.
                    import java.lang.reflect.Methode;   | Did you mean java.lang.reflect.Method?
                    import java.lang.annotation.Retent; | There is no type Retent in java.lang.annotation.
                    import javax.swng.JFrame;           | Did you mean javax.swing?
                    import javax.persistence.Entity;    | No jar here has it; %maven group:artifact:version adds one.
                    import javax.persistence.spi.Table; | No jar here has it; %maven group:artifact:version adds one.
                    import javax.xml.bind.JAXBContext;  | No jar here has it; %maven group:artifact:version adds one.
                    import javax.servlet.http.HttpServlet; | No jar here has it; %maven group:artifact:version adds one.
                    import javax.inject.Inject;         | No jar here has it; %maven group:artifact:version adds one.
                    import com.Foo;                     | No jar here has it; %maven group:artifact:version adds one.
                    import org.Test;                    | No jar here has it; %maven group:artifact:version adds one.
                    import java.Nothing;                | There is no type Nothing in java.
                    Runable r = null;                   | Did you mean Runnable?
                    Iterabl<String> all = null;         | Did you mean Iterable?
                    new StringBuildr()                  | Did you mean StringBuilder?
                    throw new IllegalArgumentExeption("x"); | Did you mean IllegalArgumentException?
                    try { } catch (InterruptedExeption e) { } | Did you mean InterruptedException?
                    Processor p = null;                 | Nothing named Processor was declared; run the cell that declares it first.
                    Model m = null;                     | Nothing named Model was declared; run the cell that declares it first.
                    @Overide public String toString() { return ""; } | Did you mean @Override?
                    """)
    void whatIsMeantIsNamedWithItsPackage(String code, String advice) {
        assertThat(cells.failure(code)).contains("\n    Hint: " + advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    import com.foo.Bar;              | No jar here has it; %maven group:artifact:version adds one.
                    import org.junit.Test;           | No jar here has it; in a cell before: %maven junit:junit:
                    import static org.junit.Assert.*; | No jar here has it; in a cell before: %maven junit:junit:
                    import java.utl.List;            | Did you mean java.util?
                    import Mine.Inner;               | What cells declare needs no import: write Mine.Inner.
                    java.util.List.of(1)             | java is a variable here, and hides the package. Write above: import java.util.List; then List stands alone; or give the variable another name, and forget this one by %reset.
                    java.util.foo()                  | java is a variable here, and hides the package. Give the variable another name, and forget this one by %reset.
                    com.foo.bar()                    | A value of type String has no foo
                    """)
    void aVariableOfThatNameIsNoPackage(String code, String advice) {
        assertThat(hidden.failure(code)).contains("\n    Hint: " + advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void f(String java) { java.foo(); }",
                "void f(String java, int b) { java.foo(); }",
                "for (String java : List.of(\"x\")) { java.foo(); }"
            })
    void neitherIsAParameter(String code) {
        assertThat(cells.failure(code))
                .contains("A value of type String has no method foo")
                .doesNotContain("package");
    }

    @Test
    void whatStandsThenAloneIsFound() {
        assertThat(hidden.value("import java.util.List;\nList.of(1)")).isEqualTo("[1]");
    }

    @Test
    void aTypeAboveThatIsMisspeltIsSuggestedAndOneToComeIsNot() {
        cells.run("class C implements Comparabl<C> { }");
        assertThat(cells.printed()).contains("Did you mean Comparable?");
        cells.run("void read() throws IOExcption { }");
        assertThat(cells.printed()).contains("Did you mean IOException?");
        cells.run("class D extends Animal { }");
        assertThat(cells.printed())
                .contains("until this is declared: class Animal")
                .doesNotContain("Did you mean");
    }
}

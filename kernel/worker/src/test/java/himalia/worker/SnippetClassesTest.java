package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.worker.SnippetClasses.ClassFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes of cells are there together or not at all, and what a class made anew held is not lost. */
class SnippetClassesTest {
    private final SnippetClasses classes = new SnippetClasses();

    private static Object value(Class<?> type, String field) throws ReflectiveOperationException {
        var found = type.getDeclaredField(field);
        found.setAccessible(true);
        return found.get(null);
    }

    private static List<ClassFile> without(String name, List<ClassFile> files) {
        return files.stream().filter(file -> !file.name().equals(name)).toList();
    }

    @Test
    void theyMayComeInAnyOrder() {
        var files =
                new ArrayList<>(
                        Sources.compiled(
                                "Order",
                                "class Order extends OrderAbove implements OrderBeside {}\n"
                                        + "class OrderAbove extends OrderTop {}\n"
                                        + "class OrderTop {}\ninterface OrderBeside {}"));
        Collections.reverse(files);
        classes.load(files);
        assertThat(classes.find("REPL.Order").getSuperclass().getSuperclass())
                .isEqualTo(classes.find("REPL.OrderTop"));
    }

    @Test
    void theirFilesAreGivenAsTheCompilerWroteThem() {
        var files =
                Sources.compiled(
                        "Sent",
                        "class Sent { static int all(int n) { while (n > 9) n--; return n; } }");
        classes.load(files);
        assertThat(classes.file("REPL.Sent")).hasValue(files.get(0).bytes());
        assertThat(Weaver.weave(files.get(0).bytes())).isNotEqualTo(files.get(0).bytes());
        assertThat(classes.file("REPL.Unsent")).isEmpty();
    }

    @Test
    void oneThatIsNotThereIsNamedAndThoseThatCameWithItWaitForIt() {
        var files =
                Sources.compiled(
                        "Half",
                        "class Half extends HalfAbove {}\nclass HalfAbove {}\nclass HalfOther {}");
        assertThatThrownBy(() -> classes.load(without("REPL.HalfAbove", files)))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessageContaining("HalfAbove");
        assertThatThrownBy(() -> classes.find("REPL.HalfOther"))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("REPL.HalfOther");
        classes.load(files);
        assertThat(classes.find("REPL.HalfOther")).isNotNull();
        assertThat(classes.find("REPL.Half").getSuperclass().getName()).isEqualTo("REPL.HalfAbove");
    }

    @Test
    void whatIsThereIsNotMadeAgain() throws Exception {
        var files = Sources.compiled("Twice", "class Twice { static Object one = new Object(); }");
        classes.load(files);
        var before = value(classes.find("REPL.Twice"), "one");
        classes.load(files);
        assertThat(value(classes.find("REPL.Twice"), "one")).isSameAs(before);
    }

    @Test
    void theVariablesOfASnippetKeepTheirValuesWhereTheirTypeStays() throws Exception {
        classes.load(
                Sources.compiled(
                        "$JShell$901",
                        "class $JShell$901 { static int kept = 1; static Object other = \"a\"; }"));
        var before = classes.find("REPL.$JShell$901").getDeclaredField("kept");
        before.setAccessible(true);
        before.set(null, 42);
        classes.load(
                Sources.compiled(
                        "$JShell$901B",
                        "class $JShell$901B { static int kept; static String other = \"fresh\"; static int more = 7; }"));
        var after = classes.find("REPL.$JShell$901B");
        assertThat(value(after, "kept")).isEqualTo(42);
        assertThat(value(after, "other")).isEqualTo("fresh");
        assertThat(value(after, "more")).isEqualTo(7);
    }

    /** To look at a variable is to initialise its class, which may want any of those that come with it. */
    @Test
    void aClassMadeAnewMayWantOthersThatComeWithIt() throws Exception {
        classes.load(
                Sources.compiled("$JShell$902", "class $JShell$902 { static Object held = 1; }"));
        classes.load(
                Sources.compiled(
                        "$JShell$902B",
                        "class $JShell$902B { static Object held = new LaterNeeded(); }\nclass LaterNeeded {}"));
        assertThat(value(classes.find("REPL.$JShell$902B"), "held")).isEqualTo(1);
    }

    @Test
    void aValueIsHeldByAVariableOfACellAndByNothingElse() throws Exception {
        classes.load(
                Sources.compiled(
                        "$Cell903",
                        "class $Cell903 { static Object variable = new Object(); static Object $1 = new Object();"
                                + " static class User { static Object own = new Object();"
                                + " static { $Cell903.initialised = true; } }"
                                + " static boolean initialised; }"));
        var cell = classes.find("REPL.$Cell903");
        assertThat(classes.hold(value(cell, "variable"))).isTrue();
        assertThat(classes.hold(value(cell, "$1"))).isFalse();
        assertThat(classes.hold(new Object())).isFalse();
        // Looked for among the cells' variables alone: a class of the user's begins when the user
        // says.
        assertThat(value(cell, "initialised")).isEqualTo(false);
    }

    @Test
    void theClassOfAWatchedExpressionIsInitialisedAtOnce() throws Exception {
        System.clearProperty("himalia.test.watched");
        classes.watch(
                Sources.compiled(
                        "$Watch904",
                        "class $Watch904 { static { System.setProperty(\"himalia.test.watched\", \"yes\"); } }"));
        assertThat(System.clearProperty("himalia.test.watched")).isEqualTo("yes");
    }
}

package himalia.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How class files are kept, and opened for who completes code. */
class HeldClassesTest {
    private static final String OWNER = "REPL.$Cell1";

    @Test
    void whatIsClosedIsOpenedOnce() throws IOException {
        var classes = new HeldClasses();
        byte[] file =
                HeldClassesTest.class.getResourceAsStream("HeldClassesTest.class").readAllBytes();
        classes.keep(OWNER, Map.of(OWNER, file));
        var type = type();
        var first = classes.all(List.of(type)).get(0);
        assertThat(classes.all(List.of(type)).get(0)).isSameAs(first);
        assertThat(classes.file(OWNER)).isSameAs(file);
        classes.keep(OWNER, Map.of(OWNER, file));
        assertThat(classes.all(List.of(type)).get(0)).isNotSameAs(first);
    }

    private static Entry type() {
        return new Entry(
                Entry.Kind.TYPE,
                "R",
                "",
                OWNER,
                "R",
                "record R() {}",
                Set.of(),
                Set.of(),
                new Site("", 1),
                Entry.Trait.CLOSED);
    }
}

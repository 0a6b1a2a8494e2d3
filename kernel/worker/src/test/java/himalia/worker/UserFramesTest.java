package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a thread stands. */
class UserFramesTest {
    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, "a.java", 1);
    }

    /** Table's first one is made in the cell; a class of the cell's own is not a library's. */
    @Test
    void aLibrarysClassThatIsInitialisedIsSeen() {
        var sleeps = frame("java.lang.Thread", "sleep");
        var cell = frame("REPL.$Cell4", "run");
        var library = frame("tech.tablesaw.api.Table", "<clinit>");
        var own = frame("REPL.$Cell4$Slow", "<clinit>");
        assertThat(UserFrames.libraryInitialises(new StackTraceElement[] {sleeps, library, cell}))
                .isTrue();
        assertThat(UserFrames.libraryInitialises(new StackTraceElement[] {sleeps, cell})).isFalse();
        assertThat(UserFrames.libraryInitialises(new StackTraceElement[] {sleeps, own, cell}))
                .isFalse();
        assertThat(UserFrames.libraryInitialises(new StackTraceElement[] {cell, library}))
                .isFalse();
    }
}

package himalia.kernel.help;

import com.sun.source.util.JavacTask;
import himalia.javac.SourceText;
import java.util.List;
import javax.tools.ToolProvider;

/** A task of javac that is asked to parse a source and nothing else, so what it names need not be there. */
final class ParsedOnly {
    private ParsedOnly() {}

    static JavacTask of(String source) {
        return (JavacTask)
                ToolProvider.getSystemJavaCompiler()
                        .getTask(
                                null,
                                null,
                                problem -> {},
                                List.of("-proc:none"),
                                null,
                                List.of(new SourceText(source)));
    }
}

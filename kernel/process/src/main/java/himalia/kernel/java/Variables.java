package himalia.kernel.java;

import java.util.List;
import jdk.jshell.VarSnippet;

/** The variables of the session, with the classes they live in. */
final class Variables {
    private final Compiler compiler;

    Variables(Compiler compiler) {
        this.compiler = compiler;
    }

    List<Variable> all() {
        return compiler.session().variables().stream().map(this::of).toList();
    }

    Variable of(VarSnippet snippet) {
        var wrapper = compiler.analysis().wrapper(snippet);
        return new Variable(snippet.name(), snippet.typeName(), wrapper.fullClassName());
    }
}

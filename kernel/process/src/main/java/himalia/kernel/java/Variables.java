package himalia.kernel.java;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.Named;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.VarSnippet;

/** The variables of the session, with the classes they live in. */
public final class Variables {
    private final Compiler compiler;

    public Variables(Compiler compiler) {
        this.compiler = compiler;
    }

    List<Variable> all() {
        var all = new ArrayList<Variable>();
        for (var entry : compiler.cells().names().variables()) {
            all.add(of(entry));
        }
        compiler.session().variables().forEach(snippet -> all.add(of(snippet)));
        return all;
    }

    public static Variable of(Entry entry) {
        var type =
                Named.isOne(entry.type()) ? "anonymous class" : Named.inWords(simple(entry.type()));
        return new Variable(entry.name(), type, entry.owner());
    }

    /** A type without the packages of its classes. */
    private static String simple(String type) {
        return type.replaceAll(
                "[\\p{javaJavaIdentifierPart}.]*\\.(?=\\p{javaJavaIdentifierStart})", "");
    }

    public Variable of(VarSnippet snippet) {
        var wrapper = compiler.analysis().wrapper(snippet);
        return new Variable(snippet.name(), snippet.typeName(), wrapper.fullClassName());
    }
}

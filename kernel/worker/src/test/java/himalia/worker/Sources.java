package himalia.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles what cells might have declared, as the kernel does, into class files. */
final class Sources {
    private Sources() {}

    /** Returns the classes of a file in the cells' package, in the order in which the compiler writes them. */
    static List<SnippetClasses.ClassFile> compiled(String name, String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new DiagnosticCollector<JavaFileObject>();
        var written = new LinkedHashMap<String, ByteArrayOutputStream>();
        try (var files =
                new InMemory(compiler.getStandardFileManager(problems, null, null), written)) {
            var file = new Text(name, "package REPL;\n" + source);
            var task =
                    compiler.getTask(
                            null, files, problems, List.of("-nowarn"), null, List.of(file));
            if (!task.call()) {
                throw new IllegalArgumentException(problems.getDiagnostics().toString());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be closed", e);
        }
        var classes = new ArrayList<SnippetClasses.ClassFile>();
        written.forEach(
                (each, bytes) ->
                        classes.add(new SnippetClasses.ClassFile(each, bytes.toByteArray())));
        return classes;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String name, String source) {
            super(URI.create("memory:///REPL/" + name + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
            super(files);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.hashCode()), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}

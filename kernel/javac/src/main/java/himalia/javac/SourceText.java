package himalia.javac;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory. */
final class SourceText extends SimpleJavaFileObject {
    private final String source;

    SourceText(String className, String source) {
        super(URI.create("source:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
        this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }
}

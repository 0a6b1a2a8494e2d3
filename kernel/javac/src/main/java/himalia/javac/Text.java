package himalia.javac;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory. */
final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String className, String source) {
        super(URI.create("source:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
        this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }
}

package himalia.javac;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.function.Consumer;
import javax.tools.SimpleJavaFileObject;

/** A class file in memory, read or about to be written. */
final class ClassFile extends SimpleJavaFileObject {
    private final String binaryName;
    private final byte[] bytes;
    private final Consumer<byte[]> written;

    private ClassFile(String binaryName, byte[] bytes, Consumer<byte[]> written) {
        super(URI.create("class:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
        this.binaryName = binaryName;
        this.bytes = bytes;
        this.written = written;
    }

    static ClassFile of(String binaryName, byte[] bytes) {
        return new ClassFile(binaryName, bytes, nobody -> {});
    }

    static ClassFile to(String binaryName, Consumer<byte[]> written) {
        return new ClassFile(binaryName, new byte[0], written);
    }

    String binaryName() {
        return binaryName;
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public OutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                written.accept(toByteArray());
            }
        };
    }
}

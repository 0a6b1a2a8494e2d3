package himalia.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signs messages with the key that the kernel and its front end share (HMAC, RFC 2104).
 *
 * <p>Built on {@link MessageDigest} alone: the first {@code javax.crypto.Mac} of a process loads the provider framework, which the first cell
 * would wait for. An empty key means that nothing is signed.
 */
public final class Signature {
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "hmac-sha256", "SHA-256",
                    "hmac-sha512", "SHA-512",
                    "hmac-sha384", "SHA-384",
                    "hmac-sha224", "SHA-224",
                    "hmac-sha1", "SHA-1",
                    "hmac-md5", "MD5");

    private static final byte[] NONE = {};

    private final String digest;
    private final boolean signing;

    /** Digests that have the key already, of which each message takes a copy. */
    private final MessageDigest inner;

    private final MessageDigest outer;

    private Signature(String digest, byte[] key) {
        this.digest = digest;
        this.signing = key.length > 0;
        int block = digest.equals("SHA-512") || digest.equals("SHA-384") ? 128 : 64;
        var padded = Arrays.copyOf(key.length > block ? start().digest(key) : key, block);
        this.inner = begun(padded, 0x36);
        this.outer = begun(padded, 0x5c);
    }

    private MessageDigest begun(byte[] key, int padding) {
        var hash = start();
        for (byte each : key) {
            hash.update((byte) (each ^ padding));
        }
        return hash;
    }

    /**
     * Returns the signature of a connection file's scheme and key.
     *
     * @throws IllegalArgumentException if the scheme is none of ours
     */
    public static Signature of(String scheme, String key) {
        var digest = DIGESTS.get(scheme.toLowerCase(Locale.ROOT));
        if (digest == null) {
            throw new IllegalArgumentException(
                    "signature scheme '"
                            + scheme
                            + "' is not known; use hmac-sha256 (or hmac-sha512, -sha384, -sha224, -sha1, -md5)");
        }
        return new Signature(digest, key.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells whether messages are signed at all. */
    public boolean signing() {
        return signing;
    }

    /** Returns the signature of the four parts in hexadecimal; empty if nothing is signed. */
    public byte[] sign(List<byte[]> parts) {
        if (!signing) {
            return NONE;
        }
        var hash = copy(inner);
        for (var part : parts) {
            hash.update(part);
        }
        return hex(copy(outer).digest(hash.digest()));
    }

    private static MessageDigest copy(MessageDigest begun) {
        try {
            return (MessageDigest) begun.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("a digest of the JDK can be copied", e);
        }
    }

    /** Tells whether {@code given} is the signature of the parts, in a time that does not depend on where they differ. */
    public boolean matches(byte[] given, List<byte[]> parts) {
        return !signing || MessageDigest.isEqual(given, sign(parts));
    }

    private MessageDigest start() {
        try {
            return MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this JDK has no " + digest + ", which every JDK must have", e);
        }
    }

    private static byte[] hex(byte[] bytes) {
        var text = new byte[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            text[2 * i] = digit(bytes[i] >> 4 & 15);
            text[2 * i + 1] = digit(bytes[i] & 15);
        }
        return text;
    }

    private static byte digit(int four) {
        return (byte) (four < 10 ? '0' + four : 'a' + four - 10);
    }
}

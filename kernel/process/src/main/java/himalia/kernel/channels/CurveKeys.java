package himalia.kernel.channels;

/** The key pair that encrypts all five sockets (CurveZMQ), in Z85. */
public record CurveKeys(String publicKey, String secretKey) {
    private static final int LENGTH = 40;

    public CurveKeys {
        check("curve_publickey", publicKey);
        check("curve_secretkey", secretKey);
    }

    private static void check(String name, String key) {
        if (key.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "the field '"
                            + name
                            + "' must be a key of "
                            + LENGTH
                            + " characters (Z85), got "
                            + key.length());
        }
    }

    @Override
    public String toString() {
        return "CurveKeys[" + publicKey + ", secret]";
    }
}

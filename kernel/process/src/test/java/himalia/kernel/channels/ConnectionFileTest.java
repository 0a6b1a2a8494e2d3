package himalia.kernel.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
    private static final String WHOLE =
            "{\"transport\":\"tcp\",\"ip\":\"127.0.0.1\",\"shell_port\":5001,\"control_port\":5002,\"stdin_port\":5003,\"iopub_port\":5004,"
                    + "\"hb_port\":5005,\"key\":\"k\",\"signature_scheme\":\"hmac-sha256\",\"kernel_name\":\"himalia\",\"jupyter_session\":\"x.ipynb\"}";
    private static final String WAY_OUT =
            "; start the kernel through a front end, or give the file that one wrote";

    @TempDir Path folder;

    @Test
    void aFileOfAFrontEndIsRead() throws IOException {
        var file = read(WHOLE);

        assertThat(file.address(Channel.SHELL)).isEqualTo("tcp://127.0.0.1:5001");
        assertThat(file.port(Channel.HEARTBEAT)).isEqualTo(5005);
        assertThat(file.kernelName()).isEqualTo("himalia");
        assertThat(file.curve()).isEmpty();
        assertThat(file.signature().signing()).isTrue();
    }

    @Test
    void whatHasADefaultMayBeAbsent() throws IOException {
        var file =
                read(
                        WHOLE.replace("\"transport\":\"tcp\",", "")
                                .replace(
                                        "\"key\":\"k\",\"signature_scheme\":\"hmac-sha256\",\"kernel_name\":\"himalia\",",
                                        ""));

        assertThat(file.signature().signing()).isFalse();
        assertThat(file.signatureScheme()).isEqualTo("hmac-sha256");
    }

    @Test
    void everyAddressHasAForm() throws IOException {
        assertThat(read(WHOLE.replace("127.0.0.1", "*")).address(Channel.IOPUB))
                .isEqualTo("tcp://*:5004");
        assertThat(read(WHOLE.replace("127.0.0.1", "*")).clientAddress(Channel.IOPUB))
                .isEqualTo("tcp://127.0.0.1:5004");
        assertThat(read(WHOLE.replace("127.0.0.1", "0.0.0.0")).clientAddress(Channel.IOPUB))
                .isEqualTo("tcp://127.0.0.1:5004");
        assertThat(read(WHOLE.replace("127.0.0.1", "::1")).address(Channel.IOPUB))
                .isEqualTo("tcp://[::1]:5004");
        assertThat(read(WHOLE.replace("127.0.0.1", "::")).clientAddress(Channel.IOPUB))
                .isEqualTo("tcp://[::1]:5004");
    }

    @Test
    void whatIsWrittenIsReadAndOnlyTheOwnerMay() throws IOException {
        var keys =
                ",\"curve_publickey\":\""
                        + "p".repeat(40)
                        + "\",\"curve_secretkey\":\""
                        + "s".repeat(40)
                        + "\"}";
        var file = read(WHOLE.substring(0, WHOLE.length() - 1) + keys);
        var path = folder.resolve("copy.json");

        file.write(path);

        assertThat(ConnectionFile.read(path)).isEqualTo(file);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
        assertThat(file.toString()).doesNotContain("key=").doesNotContain("ssss");
    }

    @Test
    void aMissingFileIsNamed() {
        var path = folder.resolve("none.json");

        assertThatThrownBy(() -> ConnectionFile.read(path))
                .isInstanceOf(IOException.class)
                .hasMessage("connection file " + path + " does not exist" + WAY_OUT);
    }

    @Test
    void eachFaultNamesTheFileTheFieldAndTheWayOut() {
        refused("[]", " holds no JSON object");
        refused("{\"ip\":", ": no JSON at position 6: the text ends where more was expected");
        refused(WHOLE.replace("\"shell_port\":5001,", ""), ": the field 'shell_port' is missing");
        refused(WHOLE.replace("\"ip\":\"127.0.0.1\",", ""), ": the field 'ip' is missing");
        refused(
                WHOLE.replace("127.0.0.1", " "),
                ": the field 'ip' must be an address, got nothing");
        refused(
                WHOLE.replace("5005", "\"5005\""),
                ": the field 'hb_port' must be a whole number, got \"5005\"");
        refused(
                WHOLE.replace("5004", "70000"),
                ": the field 'iopub_port' must be a port from 1 to 65535, got 70000");
        refused(
                WHOLE.replace("5004", "0"),
                ": the field 'iopub_port' must be a port from 1 to 65535, got 0");
        refused(
                WHOLE.replace("hmac-sha256", "rot13"),
                ": signature scheme 'rot13' is not known; use hmac-sha256 (or hmac-sha512, -sha384, -sha224, -sha1, -md5)");
        refused(
                WHOLE.replace("\"tcp\"", "\"ipc\""),
                ": transport 'ipc' is not spoken here, only tcp (of ipc, no Java library speaks the form that front ends do)");
        refused(
                WHOLE.replace("\"key\"", "\"curve_publickey\":\"short\",\"key\""),
                ": the field 'curve_publickey' must be a key of 40 characters (Z85), got 5");
    }

    @Test
    void aConnectionWithoutAKeyIsTakenWhereNoOtherMachineReachesIt() throws IOException {
        var unsigned = WHOLE.replace("\"key\":\"k\"", "\"key\":\"\"");
        for (var ip :
                List.of("127.0.0.1", "127.3.2.1", "localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1")) {
            assertThat(read(unsigned.replace("127.0.0.1", ip)).signature().signing()).isFalse();
        }
        for (var ip :
                List.of(
                        "0.0.0.0",
                        "*",
                        "192.168.1.7",
                        "::",
                        "fe80::1",
                        "127.evil.org",
                        "localhost.org")) {
            refused(
                    unsigned.replace("127.0.0.1", ip),
                    ": without a 'key' everybody who reaches "
                            + ip
                            + " could run code here; give the file a key, or the ip 127.0.0.1");
            assertThat(read(WHOLE.replace("127.0.0.1", ip)).signature().signing()).isTrue();
        }
    }

    private void refused(String json, String why) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessage("connection file " + folder.resolve("file.json") + why + WAY_OUT);
    }

    private ConnectionFile read(String json) throws IOException {
        return ConnectionFile.read(Files.writeString(folder.resolve("file.json"), json));
    }
}

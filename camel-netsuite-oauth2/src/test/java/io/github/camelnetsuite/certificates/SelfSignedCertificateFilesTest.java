package io.github.camelnetsuite.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.KeyType;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfSignedCertificateFilesTest {

    @TempDir
    private Path folder;

    private final SelfSignedCertificate made =
            new CertificateMaker(Clock.systemUTC()).make(KeyType.P_256, "Order flow", 30);
    private Path keyFile;
    private Path certificateFile;

    @BeforeEach
    void nameTheFiles() {
        keyFile = folder.resolve("auth-key.pem");
        certificateFile = folder.resolve("auth-cert.pem");
    }

    @Test
    void keyAndCertificateAreWrittenAsPem() throws Exception {
        made.write(keyFile, certificateFile);

        assertThat(keyFile).hasContent(made.privateKeyPem());
        assertThat(Files.readString(keyFile)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(certificateFile).hasContent(made.certificatePem());
        assertThat(Files.readString(certificateFile)).startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void onlyTheirOwnerCanReadThem() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "a POSIX file system");

        made.write(keyFile, certificateFile);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificateFile)))
                .isEqualTo("rw-------");
    }

    @Test
    void anExistingKeyIsNotOverwritten() throws Exception {
        Files.writeString(keyFile, "precious");

        assertThatThrownBy(() -> made.write(keyFile, certificateFile))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(keyFile
                        + " already exists, and nothing is ever overwritten. Choose another name, or move it away.");
        assertThat(keyFile).hasContent("precious");
        assertThat(certificateFile).doesNotExist();
    }

    @Test
    void anExistingCertificateIsNotOverwrittenAndNoKeyIsLeftBehind() throws Exception {
        Files.writeString(certificateFile, "precious");

        assertThatThrownBy(() -> made.write(keyFile, certificateFile))
                .hasMessage(certificateFile
                        + " already exists, and nothing is ever overwritten. Choose another name, or move it away.");
        assertThat(certificateFile).hasContent("precious");
        assertThat(keyFile).doesNotExist();
    }

    @Test
    void aLinkThatLeadsElsewhereIsNotFollowed() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "a POSIX file system");
        Path elsewhere = folder.resolve("elsewhere");
        Files.createSymbolicLink(keyFile, elsewhere);

        assertThatThrownBy(() -> made.write(keyFile, certificateFile)).hasMessageContaining("already exists");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void aMissingFolderIsNamed() throws Exception {
        Path missing = folder.resolve("missing").resolve("auth-key.pem");

        assertThatThrownBy(() -> made.write(missing, certificateFile))
                .hasMessage(missing + " cannot be created: its folder does not exist. Create the folder first.");
        assertThatThrownBy(() -> made.write(keyFile, missing))
                .hasMessage(missing + " cannot be created: its folder does not exist. Create the folder first.");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> made.write(file.resolve("auth-key.pem"), certificateFile))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageStartingWith(file.resolve("auth-key.pem") + " cannot be created");
    }

    @Test
    void oneFileForBothIsRefused() {
        assertThatThrownBy(() -> made.write(keyFile, folder.resolve(".").resolve("auth-key.pem")))
                .hasMessage("The private key and the certificate cannot both go to " + keyFile + ". Name two files.");
        assertThat(keyFile).doesNotExist();
    }

    @Test
    void aFileSystemWithoutPermissionsIsRefused() throws Exception {
        Path zip = folder.resolve("keys.zip");
        try (var files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            assertThatThrownBy(() -> made.write(files.getPath("/key.pem"), files.getPath("/cert.pem")))
                    .isInstanceOf(NetSuiteConfigurationException.class)
                    .hasMessage(
                            "/key.pem is on a file system without permissions, so others could read the private key. Choose a "
                                    + "folder on a local disk.");
        }
    }

    @Test
    void whereThereAreNoPosixPermissionsTheAccessListNamesTheOwnerOnly() throws Exception {
        var owner = Files.getOwner(folder);

        var attribute = OwnerOnlyPermissions.acl(owner);

        assertThat(attribute.name()).isEqualTo("acl:acl");
        assertThat(attribute.value()).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
            assertThat(entry.principal()).isEqualTo(owner);
            assertThat(entry.permissions()).contains(AclEntryPermission.READ_DATA, AclEntryPermission.WRITE_DATA);
        });
    }
}

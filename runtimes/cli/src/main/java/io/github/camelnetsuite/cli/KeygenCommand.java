package io.github.camelnetsuite.cli;

import io.github.camelnetsuite.certificates.CertificateMaker;
import io.github.camelnetsuite.certificates.SelfSignedCertificate;
import io.github.camelnetsuite.credentials.KeyType;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code netsuite keygen}. */
@Command(
        name = "keygen",
        description =
                "Makes a key pair and a self-signed certificate within NetSuite's rules, in two new files that only you can "
                        + "read, and says which certificate ID NetSuite will give it. Overwrites nothing; needs no openssl.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Both files were written", "2:An option is wrong, or a file exists or cannot be written"})
final class KeygenCommand implements Callable<Integer> {

    private static final String MAPPINGS =
            "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup";

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli, before the command runs
    private CommandSpec spec;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "p-256",
            converter = TypeName.class,
            completionCandidates = TypeNames.class,
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless set.")
    private KeyType type = KeyType.P_256;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "" + CertificateMaker.LONGEST_VALIDITY_DAYS,
            description = "How long the certificate is valid, at most and unless set ${DEFAULT-VALUE}.")
    private int days = CertificateMaker.LONGEST_VALIDITY_DAYS;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "camel-netsuite-oauth2",
            description =
                    "The certificate's common name, by which administrators recognise it; ${DEFAULT-VALUE} unless set.")
    private String name = "camel-netsuite-oauth2";

    @Option(
            names = "--private-key",
            paramLabel = "FILE",
            defaultValue = "auth-key.pem",
            description = "Where the private key goes; ${DEFAULT-VALUE} unless set.")
    private Path privateKey = Path.of("auth-key.pem");

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            defaultValue = "auth-cert.pem",
            description = "Where the certificate goes; ${DEFAULT-VALUE} unless set.")
    private Path certificate = Path.of("auth-cert.pem");

    KeygenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SelfSignedCertificate made = new CertificateMaker(surroundings.clock()).make(type, name, days);
        made.write(privateKey, certificate);
        PrintWriter out = spec.commandLine().getOut();
        LocalDate end = LocalDate.ofInstant(made.notAfter(), ZoneOffset.UTC);
        out.printf(
                Locale.ROOT,
                """
                Private key     %s (%s; only you can read it, and nobody else needs it)
                Certificate     %s (valid until %s)
                Certificate ID  %s

                Next, in NetSuite:
                  1. %s > Create New
                  2. Choose the entity, the role and the application, upload %s, and save.
                  3. The Certificate ID it shows should be the one above.
                Then see whether it works:
                  %s check --account-id ID --consumer-key KEY --private-key %s --certificate %s

                Make the next one before %s: NetSuite refuses every login after that day.
                """,
                privateKey,
                type.label(),
                certificate,
                end,
                made.certificateId(),
                MAPPINGS,
                certificate,
                surroundings.command(),
                ShellWord.of(privateKey.toString()),
                ShellWord.of(certificate.toString()),
                end);
        out.flush();
        return ExitCode.OK;
    }

    private static String nameOf(KeyType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of the types as options have them: {@code p-256}. */
    static final class TypeNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(KeyType.values()).map(KeygenCommand::nameOf).iterator();
        }
    }

    /** Reads such a name. */
    static final class TypeName implements ITypeConverter<KeyType> {

        @Override
        public KeyType convert(String text) {
            return Arrays.stream(KeyType.values())
                    .filter(type -> nameOf(type).equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "NetSuite takes " + String.join(", ", new TypeNames()) + " and no other kind of key"));
        }
    }
}

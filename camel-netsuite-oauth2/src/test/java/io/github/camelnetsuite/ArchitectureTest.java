package io.github.camelnetsuite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.camelnetsuite", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelnetsuite";

    @ArchTest
    static final ArchRule theArrowsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("errors")
            .definedBy(ROOT)
            .layer("credentials")
            .definedBy(ROOT + ".credentials")
            .layer("token")
            .definedBy(ROOT + ".token")
            .layer("rest")
            .definedBy(ROOT + ".rest")
            .optionalLayer("certificates")
            .definedBy(ROOT + ".certificates")
            .optionalLayer("diagnostics")
            .definedBy(ROOT + ".diagnostics")
            .layer("camel")
            .definedBy(ROOT + ".camel..")
            .whereLayer("camel")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("diagnostics")
            .mayOnlyBeAccessedByLayers("camel")
            .whereLayer("rest")
            .mayOnlyBeAccessedByLayers("camel", "diagnostics")
            .whereLayer("certificates")
            .mayOnlyBeAccessedByLayers("camel", "diagnostics")
            .whereLayer("token")
            .mayOnlyBeAccessedByLayers("rest", "certificates", "diagnostics", "camel");

    @ArchTest
    static final ArchRule theCoreKnowsNoCamel = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".camel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule theComponentDoesNotKnowItsAuthenticationAdapters = noClasses()
            .that()
            .resideInAPackage(ROOT + ".camel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".camel.auth");

    /** Micrometer may be absent. */
    @ArchTest
    static final ArchRule oneClassNeedsMicrometer = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .haveNameNotMatching(".*\\.NetSuiteMeters(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("NetSuiteMeters");

    @ArchTest
    static final ArchRule theSimulatorIsUnknownHere = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".simulator..");

    /** A mistake that both made in the same code would stay hidden. */
    @ArchTest
    static final ArchRule theSimulatorSharesNoCodeWithTheComponent = noClasses()
            .that()
            .resideInAPackage(ROOT + ".simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT, ROOT + ".credentials", ROOT + ".token", ROOT + ".rest", ROOT + ".camel..", "com.nimbusds..");

    @ArchTest
    static final ArchRule noStaticMutableState = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
            .should()
            .notBeFinal();

    @ArchTest
    static final ArchRule noSystemClockInTheCore = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".token", ROOT + ".rest", ROOT + ".certificates")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule noDrawers = classes()
            .should()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper");
}

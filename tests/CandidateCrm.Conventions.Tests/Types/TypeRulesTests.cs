namespace CandidateCrm.Conventions.Types;

public sealed class TypeRulesTests
{
    private static IEnumerable<Type> Source => Repository.Packages.SelectMany(package => package.Assembly.GetTypes());

    private static IEnumerable<Type> Abstractions =>
        Repository.Packages.Single(package => package.Name == "CandidateCrm.Abstractions").Assembly.GetTypes();

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Convention.Holds("closed-classes", TypeRules.ClosedClasses(Source));

    [Fact]
    public void A_public_method_takes_at_most_five_parameters() => Convention.Holds("parameters", TypeRules.FewParameters(Source));

    [Fact]
    public void Public_records_are_not_positional() => Convention.Holds("positional-records", TypeRules.NoPositionalRecords(Source));

    [Fact]
    public void An_interface_that_a_host_implements_has_at_most_six_members() =>
        Convention.Holds("interface-members", TypeRules.SmallInterfaces(Abstractions));

    [Fact]
    public void A_type_that_breaks_a_rule_is_found()
    {
        Assert.Equal(typeof(Broken.Open).FullName, Assert.Single(TypeRules.ClosedClasses([typeof(Broken.Open), typeof(Broken), typeof(TypeRulesTests)])).Where);
        Assert.EndsWith(".Six", Assert.Single(TypeRules.FewParameters([typeof(Broken)])).Where, StringComparison.Ordinal);
        Assert.Equal(2, TypeRules.NoPositionalRecords([typeof(Broken.Positional), typeof(Broken.PositionalValue), typeof(Broken.Named)]).Count());
        Assert.Equal(typeof(Broken.ISeven).FullName, Assert.Single(TypeRules.SmallInterfaces([typeof(Broken.ISeven), typeof(Broken.ISix)])).Where);
    }

    [Fact]
    public void An_exemption_is_honoured_and_a_stale_one_is_found()
    {
        var fault = new Fault("rule", "A", "is wrong");
        var exemptions = new Dictionary<(string Rule, string Where), string> { [("rule", "A")] = "because", [("rule", "B")] = "because", [("other", "C")] = "because" };

        var open = Convention.Open("rule", [fault, new Fault("rule", "D", "is wrong")], exemptions).ToList();

        Assert.Equal(2, open.Count);
        Assert.Contains(open, sentence => sentence.StartsWith("[D] is wrong", StringComparison.Ordinal));
        Assert.Contains(open, sentence => sentence.StartsWith("[B] is exempt", StringComparison.Ordinal));
    }

    public static class Broken
    {
        public interface ISix
        {
            int A { get; set; }

            int B { get; }

            void C();

            void D();

            void E();

            void F();

            void WithBody() => C();
        }

        public interface ISeven
        {
            int A { get; }

            int B { get; }

            int C { get; }

            event EventHandler D;

            void E();

            void F();

            void G();
        }

        public static int Six(int a, int b, int c, int d, int e, int f) => a + b + c + d + e + f;

        public static int Five(int a, int b, int c, int d, int e) => a + b + c + d + e;

        public class Open;

        public sealed record Positional(int Value);

        public readonly record struct PositionalValue(int Value);

        public sealed record Named
        {
            public required int Value { get; init; }
        }
    }
}

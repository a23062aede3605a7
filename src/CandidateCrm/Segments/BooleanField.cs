namespace CandidateCrm.Segments;

/// <summary>A truth value that rules may use; <c>false</c> is a value.</summary>
public sealed class BooleanField : OrdinaryField
{
    internal BooleanField(string name)
        : base(name)
    {
    }

    /// <summary>Is true, or is false.</summary>
    public SegmentRule Is(bool value) => new CompareRule(Name, CompareOperator.Equal, value);

    /// <summary>Is the other truth value, or there is none.</summary>
    public SegmentRule IsNot(bool value) => new CompareRule(Name, CompareOperator.NotEqual, value);
}

namespace CandidateCrm.Engagement;

/// <summary>Something that time can only lower.</summary>
internal interface IFallingCurve
{
    /// <summary>Gets the size of a unit of the values.</summary>
    double Unit { get; }

    Int128 At(Int128 nanos);

    /// <summary>Returns by how much the value falls in one nanosecond at the instant last asked for, about: a good answer only makes the search faster.</summary>
    double Slope();
}

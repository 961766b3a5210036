using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Index.Tests.Numerics;

/// <summary>
/// That a run with vector instructions switched off is one: set in the environment of the process,
/// <c>DOTNET_EnableHWIntrinsic=0</c> leaves none, <c>DOTNET_EnableAVX2=0</c> those of 128 bits.
/// </summary>
public sealed class VectorSupportTests
{
    internal const string AllSwitch = "DOTNET_EnableHWIntrinsic";
    internal const string WideSwitch = "DOTNET_EnableAVX2";

    [Fact]
    public void Vectors_AreThoseThatTheEnvironmentLeaves()
    {
        if (IsOff(AllSwitch)) Assert.False(Vector128.IsHardwareAccelerated || Vector256.IsHardwareAccelerated);
        else if (IsOff(WideSwitch)) Assert.False(Vector256.IsHardwareAccelerated);
        else Assert.Equal(HasVectors, Vector128.IsHardwareAccelerated);
    }

    private static bool HasVectors => RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    private static bool IsOff(string name) => Environment.GetEnvironmentVariable(name) == "0";
}
